using System.Collections.Concurrent;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Places;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>
/// The report: language, then the questions of <see cref="ReportQuestions"/>, review and receipt; and at any moment help for someone in
/// danger, or the way out.
/// </summary>
internal sealed class ReportFlow : IFlow
{
    /// <summary>So long after the last words silence counts.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    /// <summary>Texts of one story are answered once it has been quiet for so long.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(8);

    /// <summary>However many texts come, the first one does not wait longer than this for its answer.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);

    private const int MostVisited = 24;

    private readonly ConcurrentBag<ReportMachine> _machines = [];
    private readonly ITriage _triage;
    private readonly PlaceReader _places;
    private readonly FactReader _facts;
    private readonly ReportReturn _return;
    private readonly ReportReader _reader;
    private readonly ReportSending _sending;
    private readonly ReportWeigher _weigher;
    private readonly ReportWording _wording;
    private readonly SmsWording _texts;

    public ReportFlow(ITriage triage, IPlaceDirectory places, IPromises promises)
    {
        _triage = triage;
        var choices = new ChoiceReader(places);
        _places = new PlaceReader(places);
        _facts = new FactReader(_places);
        _return = new ReportReturn(_places);
        var words = new WordReader(choices, _places, _facts);
        _reader = new ReportReader(choices, words, new SmsReader(choices, words, _facts), _places);
        _sending = new ReportSending(promises, _places);
        _weigher = new ReportWeigher(triage);
        _wording = new ReportWording(places);
        _texts = new SmsWording(places);
    }

    public string Name => ReportCodes.Flow;

    public int Version => 2;

    public ConversationState Begin() => new() { Flow = Name, FlowVersion = Version, State = nameof(ReportState.AskLanguage) };

    public OutboundReply Render(ConversationState state, ChannelKind channel) => Render(state, ReportRoute.Present(state, channel), channel);

    public OutboundReply? Help(ConversationState state, ChannelKind channel) =>
        state.Draft.IsInDanger() ? Render(state with { Notices = [] }, ReportState.DangerHelp, channel) : null;

    private OutboundReply Render(ConversationState state, ReportState present, ChannelKind channel) =>
        channel == ChannelKind.Sms ? _texts.Render(state, present) : _wording.Render(state, present);

    public Language? GuessLanguage(string text) => ReportPhrases.Guess(text);

    /// <summary>The door that a link or a first word names.</summary>
    public FlowNeed? Needs(ConversationState state, TurnInput input, ChannelKind channel, DateTime nowUtc) =>
        DoorWords.CodeIn(state, input, channel) is { } code ? new FlowNeed.Door(code) : null;

    public FlowStep Take(ConversationState state, TurnInput input, FlowMoment moment) => input switch
    {
        TurnInput.Unreachable gone => FallSilent(state with { Barred = state.Barred || gone.Barred }, moment),
        not TurnInput.TimedOut when moment is { IsOvertaken: true, Channel: ChannelKind.Sms } => Add(state, input, moment),
        TurnInput.Command { Name: "stop" } when moment.Channel == ChannelKind.Sms => FallSilent(state, moment),
        TurnInput.TimedOut silence => TimeOut(state, silence, moment),
        _ => Talk(state, input, moment),
    };

    public InputWeight Weigh(ConversationState state, TurnInput input, ChannelKind channel) => _weigher.Weigh(state, input, channel);

    /// <summary>The words are taken as those of a message that answers nothing; danger that they make together is danger.</summary>
    public FlowStep Grow(ConversationState state, ReportDraft draft, FlowMoment moment)
    {
        var present = ReportRoute.Present(state, moment.Channel);
        var turn = new ReportTurn(state, present, moment, _triage) { Draft = draft };
        foreach (var part in draft.Story.Skip(state.Draft.Story.Count))
            _facts.Notice(turn, part.Text);
        turn.LanguageGuess ??= draft.Story is [.., var last] ? ReportPhrases.Guess(last.Text) : null;
        var hasCome = draft.Story.Count > state.Draft.Story.Count || draft.Media > state.Draft.Media;
        var danger = hasCome ? turn.FindDanger() : null;
        if (state.HeldSinceUtc is not null && danger is null)
            return AnswerStory(state, turn.Draft, moment);
        if (hasCome)
            turn.Note(turn.HasSignal ? "note.added" : "note.kept");
        var trigger = danger is not null ? turn.EnterDanger(danger)
            : hasCome && present is ReportState.Left or ReportState.Hidden ? ReportTrigger.Answered
            : ReportTrigger.Noted;
        var step = Follow(turn, trigger);
        return step with { State = step.State with { Unreachable = state.Unreachable }, Replies = step.Replies && !state.Unreachable };
    }

    private FlowStep Talk(ConversationState state, TurnInput input, FlowMoment moment)
    {
        if (input is TurnInput.Command { Name: "unstop" })
            state = state with { Barred = false };
        state = _return.Of(state, input, moment);
        var turn = new ReportTurn(state, ReportRoute.Present(state, moment.Channel), moment, _triage);
        return Follow(turn, _reader.Read(turn, input));
    }

    /// <summary>Where the conversation goes once the turn is understood, and what is sent of it.</summary>
    private FlowStep Follow(ReportTurn turn, ReportTrigger trigger)
    {
        var (state, present, moment) = (turn.Before, turn.Present, turn.Moment);
        var next = Fire(trigger, new MachineFacts(present, ReportRoute.Onward(turn), ReportRoute.Earlier(state, present, turn.Draft), state.TimesAsked)
        {
            Edited = turn.Edited ?? present,
        });
        if (trigger == ReportTrigger.Back && present is ReportState.DangerHelp or ReportState.CannotSpeak && !ReportCodes.IsAboutPlace(next))
            turn.Draft = turn.Draft.DenyDanger();

        var after = state with
        {
            FlowVersion = Version,
            State = next.ToString(),
            Language = turn.Language,
            LanguageGuess = turn.LanguageGuess,
            Visited = Visited(state, present, next, trigger),
            Notices = Notices(state, turn),
            TimesAsked = next != present ? 1 : Math.Max(1, trigger == ReportTrigger.Unclear ? state.TimesAsked + 1 : state.TimesAsked),
            Draft = turn.Draft,
            Signal = turn.StartsAnew ? null : state.Signal,
            Unreachable = state.Barred,
            HeldSinceUtc = turn.IsHeld ? state.HeldSinceUtc ?? moment.ReceivedUtc : null,
        };
        var step = next switch
        {
            ReportState.Left when trigger == ReportTrigger.Leave => GoAway(after, turn),
            ReportState.Hidden when trigger == ReportTrigger.Wipe => new FlowStep { State = after with { Draft = after.Draft with { Hidden = true } } },
            _ => Send(after, turn, trigger),
        };
        return step with
        {
            State = WithTimeOut(step.State, moment),
            DestroysAddress = turn.ForgetsContact,
            Replies = step.State is { Barred: false, HeldSinceUtc: null },
        };
    }

    /// <summary>
    /// A text that newer ones have overtaken answers no question, silences nothing and is not answered: it is kept with its time. Only the
    /// danger in it counts as if it had come now. Who has left meanwhile was told that what was said is gone.
    /// </summary>
    private FlowStep Add(ConversationState state, TurnInput input, FlowMoment moment)
    {
        if (input is TurnInput.Command command)
            return new FlowStep { State = command.Name == "unstop" ? state with { Barred = false } : state, Replies = false };
        var present = ReportRoute.Present(state, moment.Channel);
        var turn = new ReportTurn(state, present, moment, _triage);
        var trigger = _reader.ReadOvertaken(turn, input);
        if (present == ReportState.Left && state.Signal is null && turn.Assess().Urgency < Urgency.Urgent)
            return new FlowStep { State = state, Replies = false };
        var next = Fire(trigger, new MachineFacts(present, present, present, state.TimesAsked));
        var isNews = trigger == ReportTrigger.InDanger && next != present;
        var after = state with { State = next.ToString(), Draft = turn.Draft };
        if (isNews)
            after = after with { Visited = Visited(state, present, next, trigger), Notices = [], TimesAsked = 1, HeldSinceUtc = null };
        var step = Send(after, turn, trigger);
        var isClosed = state.Unreachable || present is ReportState.Left or ReportState.Hidden;
        return step with { State = WithTimeOut(step.State, moment), Replies = isNews && !isClosed };
    }

    /// <summary>The reporter cannot be written to, or asked not to be. What was said counts as before.</summary>
    private static FlowStep FallSilent(ConversationState state, FlowMoment moment)
    {
        var silent = state with { Unreachable = true };
        return new FlowStep { State = state.HeldSinceUtc is null ? silent : WithTimeOut(silent with { HeldSinceUtc = null }, moment), Replies = false };
    }

    /// <summary>What this turn sends: the signal for the first time, or what has changed of it; often nothing.</summary>
    private FlowStep Send(ConversationState after, ReportTurn turn, ReportTrigger trigger)
    {
        if (after.State == nameof(ReportState.Receipt))
            after = after with { Draft = after.Draft with { Finished = true } };

        // A text has no room to show it all once more: it goes when the last question is answered.
        var isFinished = trigger is ReportTrigger.Submit or ReportTrigger.InDanger
            || (turn.Moment.Channel == ChannelKind.Sms && after.State == nameof(ReportState.Receipt) && turn.Present != ReportState.Receipt);
        if (after.Signal is null)
        {
            if (!isFinished)
                return new FlowStep { State = after };
            var (sent, submission) = _sending.Send(after, turn.Assess(), turn.Moment, isIncomplete: false);
            return new FlowStep { State = sent, Submission = submission };
        }

        if (isFinished)
            after = after with { Draft = after.Draft with { Incomplete = false } };
        // Danger said anew is news, whatever was sent before: the signal may have been closed since.
        var isDangerAgain = trigger == ReportTrigger.InDanger && turn.Present is not (ReportState.DangerHelp or ReportState.CannotSpeak);
        if (!isDangerAgain && !_sending.Differs(turn.Before.Draft, after.Draft))
            return new FlowStep { State = after };
        var hasNewWords = isDangerAgain || ReportSending.HasNewWords(turn.Before.Draft, after.Draft);
        var (changed, change) = _sending.Change(after, turn.Assess(), turn.Moment, hasNewWords);
        return new FlowStep { State = changed, Submission = change };
    }

    /// <summary>
    /// Leaving erases what was not sent, unless it tells of danger: then it is sent as it stands. What was sent is kept with the
    /// conversation, unseen, so that a later addition still carries the whole.
    /// </summary>
    private FlowStep GoAway(ConversationState after, ReportTurn turn)
    {
        var kept = after with { Draft = _places.WithoutOffers(after.Draft) with { Hidden = true } };
        if (after.Signal is not null)
            return new FlowStep { State = kept with { Notices = ["note.left_sent"] } };
        if (after.Draft.HasContent && turn.Assess() is { Urgency: >= Urgency.Urgent } triage)
        {
            var (sent, submission) = _sending.Send(kept with { Notices = ["note.left_urgent"] }, triage, turn.Moment, isIncomplete: true);
            return new FlowStep { State = sent, Submission = submission };
        }

        return new FlowStep
        {
            State = after with { Draft = new ReportDraft(), Notices = [after.Draft.HasContent ? "note.left_erased" : "note.left_nothing"] },
            ErasesDraft = true,
        };
    }

    private FlowStep TimeOut(ConversationState state, TurnInput.TimedOut silence, FlowMoment moment)
    {
        if (state.HeldSinceUtc is not null && state.TimeoutUtc == silence.DueUtc)
            return AnswerStory(state, state.Draft, moment);
        var present = ReportRoute.Present(state, moment.Channel);
        var facts = new MachineFacts(present, present, present, state.TimesAsked);
        if (state.TimeoutUtc != silence.DueUtc || state.Signal is not null || !state.Draft.HasContent || !Permits(ReportTrigger.TimedOut, facts))
            return new FlowStep { State = state, Replies = false };
        var triage = new ReportTurn(state, present, moment, _triage).Assess();
        var (sent, submission) = _sending.Send(state with { TimeoutUtc = null }, triage, moment, isIncomplete: true);
        return new FlowStep { State = sent, Submission = submission, Replies = false };
    }

    /// <summary>The story has come to rest: all its texts are answered with the next question.</summary>
    private FlowStep AnswerStory(ConversationState state, ReportDraft draft, FlowMoment moment)
    {
        var present = ReportRoute.Present(state, moment.Channel);
        var turn = new ReportTurn(state, present, moment, _triage);
        turn.Draft = draft.Settle(ReportCodes.Story);
        var next = Fire(ReportTrigger.Answered, new MachineFacts(present, ReportRoute.Onward(turn), present, state.TimesAsked));
        var after = state with
        {
            State = next.ToString(),
            Visited = Visited(state, present, next, ReportTrigger.Answered),
            TimesAsked = 1,

            // A place that the story names is confirmed at once; the story is not passed over without a word.
            Notices = next == ReportState.ConfirmPlace ? [.. state.Notices, "note.told"] : state.Notices,
            Draft = turn.Draft,
            HeldSinceUtc = null,
        };
        var step = Send(after, turn, ReportTrigger.Answered);
        return step with { State = WithTimeOut(step.State, moment) };
    }

    private static ConversationState WithTimeOut(ConversationState state, FlowMoment moment) => state with
    {
        TimeoutUtc = state switch
        {
            { HeldSinceUtc: not null } or { Signal: null, Draft.HasContent: true } when moment.IsOvertaken && state.TimeoutUtc is not null => state.TimeoutUtc,
            { HeldSinceUtc: { } since } => Earlier(moment.ReceivedUtc + Quiet, since + LongestHold),
            { Signal: null, Draft.HasContent: true } => moment.ReceivedUtc + Silence,
            _ => null,
        },
    };

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    private static IReadOnlyList<string> Visited(ConversationState state, ReportState present, ReportState next, ReportTrigger trigger)
    {
        if (next == present)
            return state.Visited;
        if (next is ReportState.Receipt or ReportState.Left or ReportState.Hidden || trigger is ReportTrigger.Renew
            || present is ReportState.Left or ReportState.Hidden)
            return [];
        if (trigger == ReportTrigger.Back)
            return [.. state.Visited.Take(state.Visited.ToList().LastIndexOf(next.ToString()))];
        return [.. state.Visited.TakeLast(MostVisited - 1), present.ToString()];
    }

    /// <summary>What was sent while nobody spoke is told with the first answer after it.</summary>
    private static IReadOnlyList<string> Notices(ConversationState state, ReportTurn turn) =>
        state.Draft is { Incomplete: true, Hidden: false } draft && draft.TalkedUtc < draft.PromisedFromUtc
            ? ["note.sent_in_silence", .. turn.Notices]
            : turn.Notices;

    private ReportState Fire(ReportTrigger trigger, MachineFacts facts)
    {
        var machine = Rent();
        var next = machine.Fire(trigger, facts);
        _machines.Add(machine);
        return next;
    }

    private bool Permits(ReportTrigger trigger, MachineFacts facts)
    {
        var machine = Rent();
        var permits = machine.Permits(trigger, facts);
        _machines.Add(machine);
        return permits;
    }

    private ReportMachine Rent() => _machines.TryTake(out var free) ? free : new ReportMachine();
}
