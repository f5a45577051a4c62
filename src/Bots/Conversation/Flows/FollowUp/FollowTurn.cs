using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Questions;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>One turn after the receipt while it is being worked out.</summary>
/// <param name="isOfReporter">The reporter is there: times are told from now on.</param>
internal sealed class FollowTurn(ConversationState before, FlowMoment moment, bool isOfReporter)
{
    private readonly List<QuestionChange> _changes = [];
    private readonly List<string> _notices = [];

    public ConversationState Before { get; } = before;

    public FlowMoment Moment { get; } = moment;

    public DateTime Now => Moment.ReceivedUtc;

    public FollowState Present { get; } = FollowFlow.Present(before);

    /// <summary>The conversation as the report sees it, with what this turn has changed so far.</summary>
    public ConversationState Report { get; set; } = isOfReporter ? Talked(FollowFlow.Under(before), moment.ReceivedUtc) : FollowFlow.Under(before);

    public FollowUp Follow { get; set; } = before.Follow ?? new();

    public SignalSubmission? Submission { get; set; }

    public Relay? Relay { get; set; }

    public string? NewCode { get; set; }

    public bool DestroysAddress { get; set; }

    public bool Replies { get; set; } = true;

    public IReadOnlyList<QuestionChange> Changes => _changes;

    public IReadOnlyList<string> Notices => _notices;

    public OtherCase? Other => Follow.Other;

    /// <summary>Of the case on the screen: the own one, or the one that a code opened.</summary>
    public IReadOnlyList<WaitingQuestion> Questions => Follow.Other?.Questions ?? Follow.Questions;

    public WaitingQuestion? Shown => FollowNumbers.Shown(Follow);

    public bool HasMore => Questions.Count > 0;

    /// <summary>It is not about the signal of this conversation as it stands: what is answered is brought to its own.</summary>
    public bool IsElsewhere(WaitingQuestion question) => Other is not null || question.Signal != Report.Signal?.Value;

    public void Note(string key) => _notices.Add(key);

    /// <summary>A question of the own signal has come further.</summary>
    public void Change(QuestionChange change)
    {
        _changes.RemoveAll(known => known.Question.Id == change.Question.Id && known.Step is null);
        _changes.Add(change);
        Set(change.Question);
    }

    /// <summary>The reporter sees it now.</summary>
    public void Read(WaitingQuestion question)
    {
        Follow = Follow with { Shown = question.Id };
        if (question.State >= QuestionState.Read)
            return;
        var read = question with { State = QuestionState.Read, ReadUtc = Now };
        if (Other is null)
            Change(new QuestionChange(read) { Step = QuestionStep.Read });
        else
            Set(read);
    }

    /// <summary>It is answered, or passed over, and waits no longer.</summary>
    public void Settle(WaitingQuestion question, QuestionAnswer? answer)
    {
        var settled = question with
        {
            State = answer is null ? QuestionState.Skipped : QuestionState.Answered,
            ReadUtc = question.ReadUtc ?? Now,
            AnsweredUtc = Now,
        };
        if (!IsElsewhere(question))
            Change(new QuestionChange(settled) { Step = StepOf(question, answer), Answer = answer });
        Remove(question.Id);
        Follow = Follow with { Shown = null, Better = null };
    }

    /// <summary>News that were put away say no more than that they were read, which staff know.</summary>
    public static QuestionStep? StepOf(WaitingQuestion question, QuestionAnswer? answer) =>
        answer is not null ? QuestionStep.Answered : question.Code == QuestionCodes.Raised ? null : QuestionStep.Skipped;

    /// <summary>Takes over what the report made of it.</summary>
    public void Take(FlowStep step)
    {
        Report = step.State;
        Submission = step.Submission ?? Submission;
        DestroysAddress |= step.DestroysAddress;
    }

    /// <summary>Lays down what is to be brought to the case that a code opened, or to an earlier report of this chat.</summary>
    public void Send(WaitingQuestion? question, string? choice, string? words, bool forgets = false, bool isUrgent = false)
    {
        if (Moment.Found?.Case is { } to)
            Relay = new Relay(to, new TurnInput.Relayed(to.Signal.Value, question?.Id, choice, words, forgets) { About = Other is null ? question : null }, isUrgent);
    }

    private void Set(WaitingQuestion question)
    {
        if (Other is { } other && question.Signal == other.Signal)
            Follow = Follow with { Other = other with { Questions = Replaced(other.Questions, question) } };
        else
            Follow = Follow with { Questions = Replaced(Follow.Questions, question) };
    }

    private void Remove(Guid id)
    {
        Follow = Follow with { Questions = [.. Follow.Questions.Where(question => question.Id != id)] };
        if (Other is { } other)
            Follow = Follow with { Other = other with { Questions = [.. other.Questions.Where(question => question.Id != id)] } };
    }

    /// <summary>The state of the report that a conversation stands in, or goes back to.</summary>
    public static string ReportStateOf(ConversationState state) => FollowFlow.Under(state).State;

    private static ConversationState Talked(ConversationState state, DateTime now) =>
        state with { Draft = state.Draft with { TalkedUtc = now }, Unreachable = state.Barred };

    private static IReadOnlyList<WaitingQuestion> Replaced(IReadOnlyList<WaitingQuestion> questions, WaitingQuestion changed) =>
        [.. questions.Select(question => question.Id == changed.Id ? changed : question)];
}
