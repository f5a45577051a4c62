using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>
/// Answers and additions. Each counts like a first message: it goes the way of the report's own words, through triage, and danger in it is
/// answered before anything else.
/// </summary>
internal sealed class FollowAnswers(ReportFlow report, ITriage triage)
{
    private static readonly TurnInput.Choice Danger = new(ReportCodes.Flow, ReportCodes.Danger, ReportCodes.Danger);

    /// <summary>An answer in own words.</summary>
    public FollowTrigger Words(FollowTurn turn, WaitingQuestion question, string text)
    {
        if (turn.IsElsewhere(question))
        {
            turn.Settle(question, QuestionAnswer.Words(text));
            return Send(turn, question, null, text);
        }

        var under = turn.Report.State;
        Say(turn, new TurnInput.Text(text), question.Code);
        turn.Settle(question, QuestionAnswer.Words(text));
        return turn.Report.State == under ? FollowTrigger.Answered : FollowTrigger.HandOver;
    }

    /// <summary>An answer by a button.</summary>
    public FollowTrigger Choice(FollowTurn turn, WaitingQuestion question, string answer)
    {
        if (question.Code == QuestionCodes.Closing && answer != FollowCodes.Skip)
        {
            turn.Follow = turn.Follow with { Better = answer };
            return FollowTrigger.AskSafeNow;
        }

        if (answer == FollowCodes.Skip)
        {
            turn.Settle(question, null);
            turn.Note(question.Code == QuestionCodes.Raised ? "raised" : "skipped");
            if (turn.IsElsewhere(question))
                turn.Send(question, FollowCodes.Skip, null);
            return FollowTrigger.Answered;
        }

        turn.Settle(question, QuestionAnswer.Of(answer));
        var isDanger = question.Code == QuestionCodes.Safe && answer == QuestionCodes.No;
        if (turn.IsElsewhere(question))
        {
            turn.Send(question, answer, null, isUrgent: isDanger);
            return isDanger ? InDanger(turn) : FollowTrigger.Answered;
        }

        Note(turn, question.Code, answer);
        return isDanger ? InDanger(turn) : FollowTrigger.Answered;
    }

    /// <summary>After closing: it is not only asked whether it is better.</summary>
    public FollowTrigger SafeNow(FollowTurn turn, WaitingQuestion question, string safe)
    {
        var better = turn.Follow.Better ?? QuestionCodes.Unsure;
        turn.Settle(question, new QuestionAnswer([better, safe], null));
        var isDanger = safe == FollowCodes.NotSafe;
        var isWell = better == QuestionCodes.Yes && safe == FollowCodes.Safe;
        turn.Note(isWell ? "closed.yes" : "closed.again");
        if (turn.IsElsewhere(question))
            turn.Send(question, $"{better}.{safe}", null, isUrgent: isDanger);
        else if (!isWell)
            Note(turn, question.Code, better, safe);
        return isDanger ? InDanger(turn) : FollowTrigger.Answered;
    }

    /// <summary>Words that answer nothing.</summary>
    public void Keep(FollowTurn turn, string text) => Say(turn, new TurnInput.Text(text), null);

    /// <summary>Words for the case that a code opened, or for an earlier report of this chat.</summary>
    public FollowTrigger Send(FollowTurn turn, WaitingQuestion? question, string? choice, string text)
    {
        var danger = triage.Assess(new TriageInput { Texts = [text] }).Danger;
        turn.Send(question, choice, text, isUrgent: danger is not null);
        if (danger is null)
        {
            if (question is null)
                turn.Note("note.added_other");
            return question is null ? FollowTrigger.Noted : FollowTrigger.Answered;
        }

        turn.Take(report.Take(turn.Report, new TurnInput.Text(text), turn.Moment));
        return FollowTrigger.HandOver;
    }

    /// <summary>What the reporter did from another phone; nothing of it is shown here.</summary>
    public void TakeRelayed(FollowTurn turn, TurnInput.Relayed relayed)
    {
        var shown = turn.Report;
        if (relayed.Forgets)
        {
            turn.DestroysAddress = true;
            turn.Follow = turn.Follow with { Forgotten = true };
        }

        if (turn.Follow.Questions.FirstOrDefault(question => question.Id == relayed.Question) is { } asked)
            TakeRelayed(turn, asked, relayed);
        else if (relayed.Words is { } words)
            Say(turn, new TurnInput.Text(words, Edited: true), null);

        // Only what was said is taken over: who looks at this phone sees what was there before.
        turn.Report = shown with { Draft = turn.Report.Draft with { TalkedUtc = shown.Draft.TalkedUtc } };
    }

    private void TakeRelayed(FollowTurn turn, WaitingQuestion asked, TurnInput.Relayed relayed)
    {
        var follow = turn.Follow;
        if (relayed is { Pressed: null, Words: null })
        {
            turn.Read(asked);
            turn.Follow = turn.Follow with { Shown = follow.Shown };
            return;
        }

        var answer = relayed.Pressed == FollowCodes.Skip ? null
            : relayed.Pressed is { } choice ? new QuestionAnswer(choice.Split('.'), null)
            : QuestionAnswer.Words(relayed.Words!);
        if (relayed.Words is { } words)
            Say(turn, new TurnInput.Text(words, Edited: true), asked.Code);
        else if (answer is { Choices: var choices } && !choices.SequenceEqual([QuestionCodes.Yes, FollowCodes.Safe]))
            Note(turn, asked.Code, choices);
        if (answer?.Choices is [.., FollowCodes.NotSafe] || (asked.Code == QuestionCodes.Safe && answer?.Choices is [QuestionCodes.No]))
            turn.Take(report.Take(turn.Report, Danger, turn.Moment));
        turn.Change(new QuestionChange(asked with { State = answer is null ? QuestionState.Skipped : QuestionState.Answered, ReadUtc = asked.ReadUtc ?? turn.Now, AnsweredUtc = turn.Now })
        {
            Step = FollowTurn.StepOf(asked, answer),
            Answer = answer,
        });
        turn.Follow = turn.Follow with { Questions = [.. turn.Follow.Questions.Where(question => question.Id != asked.Id)] };
    }

    private FollowTrigger InDanger(FollowTurn turn)
    {
        turn.Take(report.Take(turn.Report, Danger, turn.Moment));
        return FollowTrigger.HandOver;
    }

    /// <summary>Words as after the receipt, whatever the report was asking when they came; it goes on with that, unless they lead elsewhere.</summary>
    private void Say(FollowTurn turn, TurnInput.Text text, string? question)
    {
        var under = turn.Report;
        var step = report.Take(under with { State = nameof(ReportState.Receipt), Visited = [] }, text, turn.Moment);
        var parts = under.Draft.Story.Count;
        var stays = step.State.State == nameof(ReportState.Receipt);
        turn.Take(step with
        {
            State = step.State with
            {
                State = stays ? under.State : step.State.State,
                Visited = stays ? under.Visited : step.State.Visited,
                Draft = step.State.Draft with { Story = Marked(step.State.Draft.Story, parts, question) },
            },
            Submission = step.Submission is not { } submission ? null : submission with
            {
                Content = submission.Content with { Story = Marked(submission.Content.Story, parts, question) },
            },
        });
    }

    /// <summary>An answer by its code is one of the signal's answers; staff hear that it has changed.</summary>
    private void Note(FollowTurn turn, string question, params IReadOnlyList<string> answers)
    {
        var draft = turn.Report.Draft.WithAnswer(question, [.. answers.Select(answer => $"{question}_{answer}")]);
        var under = turn.Report;
        var step = report.Grow(under with { State = nameof(ReportState.Receipt), Visited = [] }, draft, turn.Moment);
        turn.Take(step with { State = step.State with { State = under.State, Visited = under.Visited } });
    }

    private static IReadOnlyList<StoryPart> Marked(IReadOnlyList<StoryPart> story, int from, string? question) =>
        question is null ? story : [.. story.Select((part, i) => i < from ? part : part with { Question = question })];
}
