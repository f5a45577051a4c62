using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Questions;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>Questions on their way to the reporter: whether they may be pushed, when, and what stands in the way.</summary>
internal sealed class FollowQuestions(TimeSpan readWithin)
{
    /// <summary>So long after the last words nobody is in the middle of a talk any more.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>A new question comes into its conversation.</summary>
    /// <returns>Whether the reporter is told now.</returns>
    public bool Put(FollowTurn turn, PutQuestion put)
    {
        var question = WaitingQuestion.Of(put);
        if (turn.Follow.Questions.Any(known => known.Id == question.Id))
            return false;
        question = question with { Bar = Bar(turn) };
        turn.Follow = turn.Follow with { Questions = [.. turn.Follow.Questions, question] };
        var from = Hours(turn)?.NextUtc(turn.Now) ?? turn.Now;
        var change = new QuestionChange(question) { ReturnDueUtc = QuestionCodes.IsOfService(put.Code) ? null : from + readWithin };
        if (question.Bar is null && NotBefore(turn) is { } later)
            change = change with { PushDueUtc = later };
        turn.Change(change);
        return question.Bar is null && change.PushDueUtc is null && Push(turn);
    }

    /// <summary>A moment that was waited for.</summary>
    /// <returns>Whether the reporter is told now.</returns>
    public static bool Due(FollowTurn turn, TurnInput.QuestionDue due)
    {
        if (turn.Follow.Questions.FirstOrDefault(known => known.Id == due.Question) is not { } question)
            return false;
        if (due.What == QuestionMoment.Return)
        {
            if (question is { State: < QuestionState.Read, ReturnedUtc: null })
                turn.Change(new QuestionChange(question with { ReturnedUtc = turn.Now }) { Step = QuestionStep.Returned });
            return false;
        }

        if (question is not { State: QuestionState.Waiting, Bar: null })
            return false;
        if (NotBefore(turn) is not { } later)
            return Push(turn);
        turn.Change(new QuestionChange(question) { PushDueUtc = later });
        return false;
    }

    /// <summary>Notes what stands in the way of questions that wait, where that has changed.</summary>
    public static void NoteBars(FollowTurn turn)
    {
        if (turn.Follow.Questions.Count == 0)
            return;
        var bar = Bar(turn);
        foreach (var question in turn.Follow.Questions.Where(question => question.State < QuestionState.Read && question.Bar != bar).ToList())
        {
            var isFree = bar is null && question.State == QuestionState.Waiting;
            turn.Change(new QuestionChange(question with { Bar = bar }) { PushDueUtc = isFree ? Hours(turn)!.NextUtc(turn.Now + Pause) : null });
        }
    }

    /// <summary>What is remembered when the same chat begins another report: what was asked about the one before still waits for its answer.</summary>
    public static FollowUp Onward(ConversationState before)
    {
        var follow = before.Follow ?? new();
        return new FollowUp
        {
            Questions = follow.Questions,
            ContactBefore = follow.Forgotten ? null : before.Draft.Chosen(ReportCodes.Contact) is [var answer, ..] ? answer : follow.ContactBefore,
        };
    }

    /// <returns>Null when the reporter may be told now.</returns>
    private static DateTime? NotBefore(FollowTurn turn)
    {
        var hours = Hours(turn)!;
        var now = turn.Now;
        if (!hours.Include(now))
            return hours.NextUtc(now);
        return IsQuiet(turn) ? null : hours.NextUtc(now + Pause);
    }

    /// <summary>The reporter is not in the middle of something that the news would take from the screen.</summary>
    private static bool IsQuiet(FollowTurn turn)
    {
        if (turn.Report is { HeldSinceUtc: not null } or { Crowd.HasWaiting: true })
            return false;
        if (turn.Report.Draft.TalkedUtc is not { } talked || talked + Pause <= turn.Now)
            return true;
        return turn.Report.State is nameof(ReportState.Receipt) or nameof(ReportState.Left)
            && turn.Present is FollowState.Report or FollowState.NewMessage or FollowState.Thanks or FollowState.Status;
    }

    /// <summary>Whoever was told before, and has not looked, is not told again.</summary>
    private static bool Push(FollowTurn turn)
    {
        turn.Replies = turn.Present != FollowState.NewMessage || !turn.Follow.Questions.Any(question => question.State == QuestionState.Pushed);
        foreach (var question in turn.Follow.Questions.Where(question => question is { State: QuestionState.Waiting, Bar: null }).ToList())
        {
            var known = turn.Changes.FirstOrDefault(change => change.Question.Id == question.Id) ?? new QuestionChange(question);
            turn.Change(known with { Question = question with { State = QuestionState.Pushed, PushedUtc = turn.Now }, Step = QuestionStep.Pushed });
        }

        return true;
    }

    private static string? Bar(FollowTurn turn)
    {
        var (state, follow) = (turn.Report, turn.Follow);
        return follow.Forgotten ? QuestionBars.Forgotten
            : state.Barred || follow.Silenced || state.State == nameof(ReportState.Hidden) ? QuestionBars.Silenced
            : state.Unreachable ? turn.Moment.Channel == ChannelKind.Sms ? QuestionBars.Sms : QuestionBars.Blocked
            : Hours(turn) is null ? QuestionBars.NoConsent
            : null;
    }

    private static ContactHours? Hours(FollowTurn turn) =>
        turn.Report.Draft.Chosen(ReportCodes.Contact).Count > 0 ? turn.Report.Draft.Contact() : DraftReading.Hours(turn.Follow.ContactBefore);
}
