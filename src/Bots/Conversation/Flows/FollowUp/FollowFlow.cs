using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Codes;
using Senim.Intake.Promises;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>
/// What follows the receipt: how far the signal has come, questions of staff, additions, a code for another phone, and how it is once the case
/// is closed. What it does not understand it leaves to the report, so that danger and the ways out are the same everywhere.
/// </summary>
internal sealed class FollowFlow
{
    private static readonly TimeSpan LongestOpen = TimeSpan.FromMinutes(30);

    private readonly ConcurrentBag<FollowMachine> _machines = [];
    private readonly FollowReader _reader;
    private readonly FollowQuestions _questions;
    private readonly FollowAnswers _answers;
    private readonly FollowWording _wording;

    public FollowFlow(ReportFlow report, ITriage triage, IPromises promises, ICodeSource codes, IOptions<QuestionOptions> options)
    {
        _answers = new FollowAnswers(report, triage);
        _questions = new FollowQuestions(options.Value.ReadWithin);
        _reader = new FollowReader(_answers, codes);
        _wording = new FollowWording(promises);
    }

    public static int Version => 1;

    public static bool Has(ConversationState state) => state.Flow == FollowCodes.Flow;

    /// <summary>The conversation as the report knows it.</summary>
    public static ConversationState Under(ConversationState state) => Has(state)
        ? state with
        {
            Flow = ReportCodes.Flow,
            State = state.Follow?.Under ?? nameof(ReportState.Receipt),
            Notices = [.. state.Notices.Where(notice => ReportTexts.Keys.Contains(notice))],
            TimesAsked = 1,
        }
        : state;

    /// <summary>A case that a code opened is closed by itself when nobody looked for a while: the phone may be in other hands.</summary>
    public static ConversationState Closed(ConversationState state, TurnInput input, FlowMoment moment) =>
        input.IsOfReporter && state is { Follow: { Other: not null } follow } && state.Draft.TalkedUtc + LongestOpen <= moment.ReceivedUtc
            ? Handed(Under(state), follow, hadIt: true)
            : state;

    /// <summary>Where a stored conversation stands; where this machine has no such state, at what can be said of any signal.</summary>
    public static FollowState Present(ConversationState state) =>
        !Has(state) ? FollowState.Report
        : Enum.TryParse<FollowState>(state.State, out var known) && known is not (FollowState.Open or FollowState.Report) && known.ToString() == state.State ? known
        : FollowState.Status;

    public static FlowNeed? Needs(ConversationState state, TurnInput input, ChannelKind channel, DateTime nowUtc) => FollowReader.Needs(state, input, channel, nowUtc);

    public OutboundReply Render(ConversationState state, ChannelKind channel) => _wording.Render(state, Present(state), channel);

    public OutboundReply Decorate(OutboundReply reply, ConversationState state, ChannelKind channel) => _wording.Decorate(reply, state, channel);

    /// <returns>Null for what is the report's to take.</returns>
    public FlowStep? Take(ConversationState state, TurnInput input, FlowMoment moment)
    {
        if (input.IsOfReporter && !FollowReader.MayConcern(state, input))
            return null;
        var turn = new FollowTurn(state, moment, input.IsOfReporter);
        switch (input)
        {
            case TurnInput.Asked asked:
                return _questions.Put(turn, asked.Question) ? Follow(turn, FollowTrigger.Push) : Quietly(turn);
            case TurnInput.QuestionDue due:
                return FollowQuestions.Due(turn, due) ? Follow(turn, FollowTrigger.Push) : Quietly(turn);
            case TurnInput.Relayed relayed:
                _answers.TakeRelayed(turn, relayed);
                return Quietly(turn);
            default:
                return _reader.Read(turn, input) is { } trigger ? Follow(turn, trigger) : null;
        }
    }

    /// <summary>What has to be noted once the report took a turn.</summary>
    /// <param name="input">Null when it took what had come too thick.</param>
    public static FlowStep After(ConversationState before, FlowStep step, TurnInput? input, FlowMoment moment)
    {
        var isOfReporter = input is null or { IsOfReporter: true };
        var isStop = input is TurnInput.Command { Name: "stop" };

        // Nearly every turn: nothing is remembered, and there is nothing to remember.
        if (before.Follow is null && !Has(before) && !isStop && !step.DestroysAddress && !StartsAnew(before, step))
            return step;
        var turn = new FollowTurn(before, moment, isOfReporter: false) { Report = step.State };
        if (StartsAnew(before, step))
            turn.Follow = FollowQuestions.Onward(before);
        if (step.DestroysAddress || isStop || (isOfReporter && turn.Follow.Silenced))
            turn.Follow = turn.Follow with { Forgotten = turn.Follow.Forgotten || step.DestroysAddress, Silenced = isStop };
        if (turn.Follow.Forgotten && step.State.Draft.Contact() is { } hours && hours != before.Draft.Contact())
            turn.Follow = turn.Follow with { Forgotten = false };
        if (isOfReporter && turn.Follow.IsNew)
            turn.Follow = turn.Follow with { IsNew = false };
        FollowQuestions.NoteBars(turn);

        var stays = Has(before) && !ReferenceEquals(step.State, before) && step.State.State == before.Follow?.Under && !(isOfReporter && IsHelpOrLeft(step.State.State));
        var state = ReferenceEquals(step.State, before) ? before
            : stays ? Into(turn, turn.Present, step.State.Notices)
            : AsksByText(turn, step, isOfReporter) ? Into(turn, FollowState.NewMessage, step.State.Notices)
            : Handed(step.State, turn.Follow, Has(before));
        if (ReferenceEquals(state, before) && turn.Follow != (before.Follow ?? new()))
            state = state with { Follow = turn.Follow };
        return step with
        {
            State = state,
            Questions = turn.Changes,
            DestroysAddress = step.DestroysAddress || (turn.Follow.Forgotten && !state.Draft.IsInDanger()),
        };
    }

    private FlowStep Follow(FollowTurn turn, FollowTrigger trigger)
    {
        var next = Fire(trigger, new FollowFacts(turn.Present, turn.HasMore));
        if (next == FollowState.Question && trigger == FollowTrigger.Answered && turn.Shown is { } following)
            turn.Read(following);
        if (turn.Moment.Found is { Case: null, Progress: { } progress } && turn.Other is null)
            turn.Follow = turn.Follow with { Progress = progress };
        var isPush = trigger == FollowTrigger.Push;
        turn.Follow = turn.Follow with { IsNew = isPush, Silenced = isPush && turn.Follow.Silenced };
        FollowQuestions.NoteBars(turn);
        var state = next == FollowState.Report ? Handed(turn.Report with { Notices = trigger == FollowTrigger.HandOver ? turn.Report.Notices : [] }, turn.Follow, hadIt: true) : Into(turn, next, turn.Notices);
        return new FlowStep
        {
            State = state,
            Submission = turn.Submission,
            Questions = turn.Changes,
            Replies = turn.Replies && !state.Barred,
            NewCode = turn.NewCode,
            Relay = turn.Relay,
            Once = turn.NewCode is { } digits ? _wording.Code(state, digits, turn.Moment.Channel) : null,
            DestroysAddress = turn.DestroysAddress || (turn.Follow.Forgotten && !state.Draft.IsInDanger()),
        };
    }

    /// <summary>Nothing is shown: it waits, or is for another conversation to show.</summary>
    private static FlowStep Quietly(FollowTurn turn)
    {
        FollowQuestions.NoteBars(turn);
        var state = Has(turn.Before) ? Into(turn, turn.Present, turn.Before.Notices) : turn.Report with { Follow = turn.Follow };
        return new FlowStep
        {
            State = state,
            Submission = turn.Submission,
            Questions = turn.Changes,
            Replies = false,
            DestroysAddress = turn.DestroysAddress,
        };
    }

    private static bool StartsAnew(ConversationState before, FlowStep step) => before.Signal is not null && step.State.Signal is null;

    /// <summary>A text has no room to say that something waits beside what it says: that is shown instead, once the report has nothing more to ask.</summary>
    private static bool AsksByText(FollowTurn turn, FlowStep step, bool isOfReporter) =>
        isOfReporter && turn.Moment.Channel == ChannelKind.Sms && turn.Follow.Questions.Count > 0 && !step.DestroysAddress
        && FollowTurn.ReportStateOf(turn.Before) == nameof(ReportState.Receipt) && step.State.State == nameof(ReportState.Receipt);

    private static bool IsHelpOrLeft(string state) => state is nameof(ReportState.DangerHelp) or nameof(ReportState.CannotSpeak) or nameof(ReportState.Left) or nameof(ReportState.Hidden);

    private static ConversationState Into(FollowTurn turn, FollowState next, IReadOnlyList<string> notices) => turn.Report with
    {
        Flow = FollowCodes.Flow,
        FlowVersion = Version,
        State = next.ToString(),
        Notices = notices,
        TimesAsked = 1,
        Follow = turn.Follow with { Under = turn.Report.State },
    };

    /// <param name="hadIt">The follow-up had the conversation, and forgets what was on the screen.</param>
    private static ConversationState Handed(ConversationState state, FollowUp follow, bool hadIt)
    {
        if (hadIt)
            follow = follow with { Under = null, Shown = null, Better = null, Other = null };
        return state with { Follow = follow == new FollowUp() ? null : follow };
    }

    private FollowState Fire(FollowTrigger trigger, FollowFacts facts)
    {
        var machine = _machines.TryTake(out var free) ? free : new FollowMachine();
        var next = machine.Fire(trigger, facts);
        _machines.Add(machine);
        return next;
    }
}
