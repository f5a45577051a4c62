using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Codes;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using static Senim.Bots.Conversation.Flows.FollowUp.FollowCodes;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>Understanding: from what the reporter did to a trigger, and what the turn does to questions and codes.</summary>
internal sealed class FollowReader(FollowAnswers answers, ICodeSource codes)
{
    /// <summary>Wrong codes in <see cref="GuessTime"/>; after them none is looked up until that time is over.</summary>
    private const int MostGuesses = 5;

    private static readonly TimeSpan GuessTime = TimeSpan.FromHours(1);

    /// <summary>What must be looked up for it; a code only while not too many were wrong.</summary>
    public static FlowNeed? Needs(ConversationState state, TurnInput input, ChannelKind channel, DateTime nowUtc)
    {
        if (input is TurnInput.Relayed { Forgets: false } relayed && relayed.Signal != state.Signal?.Value)
            return new FlowNeed.Earlier(new SignalId(relayed.Signal));
        if (state.Barred)
            return null;
        if (input is TurnInput.Text { Edited: false } text && AccessCode.Read(text.Value) is { } digits)
            return state.Follow is { Guesses: >= MostGuesses } follow && follow.GuessesSinceUtc + GuessTime > nowUtc ? null : new FlowNeed.Code(digits);
        if (state.Follow?.Other is { } other)
            return input is TurnInput.Text or TurnInput.Choice { Flow: Flow or ReportCodes.Flow } ? new FlowNeed.Case(new SignalId(other.Signal)) : null;
        if (state.Signal is { } signal && AsksForStatus(input, channel))
            return new FlowNeed.Progress(signal);
        return input is TurnInput.Text { Edited: false } or TurnInput.Choice { Flow: Flow } && FollowNumbers.ShownOfEarlier(state) is { } earlier
            ? new FlowNeed.Case(new SignalId(earlier.Signal))
            : null;
    }

    private static bool AsksForStatus(TurnInput input, ChannelKind channel) => input switch
    {
        TurnInput.Choice { Flow: Flow, Question: Go, Value: Status or Show } => true,
        TurnInput.Text { Edited: false, Value: var said } => IsStatus(said, channel),
        _ => false,
    };

    /// <summary>False for what is the report's without a closer look.</summary>
    public static bool MayConcern(ConversationState state, TurnInput input) => input switch
    {
        TurnInput.Choice { Flow: Flow } => true,
        TurnInput.Text text => FollowFlow.Has(state) || state.Signal is not null || AccessCode.Read(text.Value) is not null,
        TurnInput.Choice => FollowFlow.Has(state),
        _ => false,
    };

    /// <returns>Null for what is the report's to take.</returns>
    public FollowTrigger? Read(FollowTurn turn, TurnInput input)
    {
        if (turn.Before.Barred || (turn.Moment is { IsOvertaken: true, Channel: ChannelKind.Sms }))
            return null;
        Forget(turn);
        return input switch
        {
            TurnInput.Choice { Flow: Flow } choice => IsHiddenAway(turn) ? null : Read(turn, choice),
            TurnInput.Choice { Flow: ReportCodes.Flow, Question: ReportCodes.Go, Value: ReportCodes.Forget } when turn.Other is not null => ForgetOther(turn),
            TurnInput.Text { Edited: false } text => Read(turn, text.Value),
            _ => null,
        };
    }

    private FollowTrigger Read(FollowTurn turn, TurnInput.Choice choice)
    {
        switch (choice.Question, choice.Value)
        {
            case (Go, Show):
                Refresh(turn);
                return HasCase(turn) || turn.HasMore ? FollowTrigger.Show : FollowTrigger.Noted;
            case (Go, Status):
                Refresh(turn);
                return HasCase(turn) ? FollowTrigger.AskStatus : FollowTrigger.Noted;
            case (Go, Code):
                return MakeCode(turn);
            case (Go, Back):
                return turn.Present == FollowState.Report ? FollowTrigger.Noted : FollowTrigger.Back;
            case (FollowCodes.Read, Yes) when turn.Present == FollowState.AskSafe && turn.Shown is { } next:
                turn.Read(next);
                if (turn.Other is not null)
                    turn.Send(next, null, null);
                return FollowTrigger.SafeToRead;
            case (FollowCodes.Read, Later):
                return FollowTrigger.NotNow;
            case (FollowCodes.Answer, var value) when value.Split('.') is [var id, var answer]:
                return Answer(turn, id, answer);
            case (FollowCodes.SafeNow, Safe or NotSafe or Unsure) when turn.Present == FollowState.SafeNow && turn.Shown is { } closing:
                return answers.SafeNow(turn, closing, choice.Value);
            default:
                return FollowTrigger.Noted;
        }
    }

    /// <summary>A button of any age answers while its question waits for an answer and was on the screen.</summary>
    private FollowTrigger Answer(FollowTurn turn, string id, string answer)
    {
        var isKnown = turn.Questions.FirstOrDefault(question => QuestionRows.Short(question.Id) == id) is { State: >= QuestionState.Read } asked
            && (answer == Skip || QuestionCodes.AnswersTo(asked.Code).Contains(answer));
        if (!isKnown || turn.Present is not (FollowState.Question or FollowState.SafeNow))
            return FollowTrigger.Noted;
        return answers.Choice(turn, turn.Questions.First(question => QuestionRows.Short(question.Id) == id), answer);
    }

    private FollowTrigger? Read(FollowTurn turn, string text)
    {
        if (AccessCode.Read(text) is not null)
            return ReadCode(turn, text);
        var isHere = turn.Present != FollowState.Report;
        if (!isHere && !IsAtRest(turn))
            return null;
        if (IsStatus(text, turn.Moment.Channel) && HasCase(turn))
        {
            Refresh(turn);
            return FollowTrigger.AskStatus;
        }

        if (ReadWord(turn, FollowWords.Read(text)) is { } meant)
            return meant;
        if (!isHere || ReportPhrases.Read(text, ReportState.Receipt) is not null || (turn.Moment.Channel == ChannelKind.Sms && SmsWords.AsksForHelp(text)))
            return null;
        if (turn is { Present: FollowState.Question, Shown: { } asked } && !IsErased(turn, asked))
            return answers.Words(turn, asked, text);
        return turn.Other is null || string.IsNullOrWhiteSpace(text) ? null : answers.Send(turn, null, null, text);
    }

    private FollowTrigger? ReadWord(FollowTurn turn, string? word)
    {
        TurnInput.Choice? choice = (word, turn.Present) switch
        {
            (Show or Yes, FollowState.NewMessage) => new(Flow, Go, Show),
            (Show, FollowState.Report) when turn.HasMore => new(Flow, Go, Show),
            (Code, _) when turn.Other is null && turn.Report.Signal is not null => new(Flow, Go, Code),
            (Back, not FollowState.Report) => new(Flow, Go, Back),
            (Yes or Later, FollowState.AskSafe) => new(Flow, FollowCodes.Read, word),
            (Yes, FollowState.SafeNow) => new(Flow, FollowCodes.SafeNow, Safe),
            (Later, FollowState.SafeNow) => new(Flow, FollowCodes.SafeNow, NotSafe),
            (Unsure, FollowState.SafeNow) => new(Flow, FollowCodes.SafeNow, Unsure),
            (Skip, FollowState.Question) => ToShown(turn, Skip),
            (Yes, FollowState.Question) => ToShown(turn, QuestionCodes.Yes),
            (Later, FollowState.Question) => ToShown(turn, QuestionCodes.No),
            (Unsure, FollowState.Question) => ToShown(turn, QuestionCodes.Unsure),
            _ => null,
        };
        return choice is null ? null : Read(turn, choice);
    }

    /// <summary>"Yes" under a question that is answered in words is an answer in words.</summary>
    private static TurnInput.Choice? ToShown(FollowTurn turn, string answer) =>
        turn.Shown is { } asked && (answer == Skip || QuestionCodes.AnswersTo(asked.Code).Contains(answer))
            ? new TurnInput.Choice(Flow, FollowCodes.Answer, AnswerTo(QuestionRows.Short(asked.Id), answer))
            : null;

    private FollowTrigger? ReadCode(FollowTurn turn, string text)
    {
        if (turn.Moment.Found?.Case is { } found)
        {
            if (turn.Report.Signal == found.Signal)
            {
                turn.Follow = turn.Follow with { Progress = found.Progress, Guesses = 0, GuessesSinceUtc = null };
                return FollowTrigger.AskStatus;
            }

            Open(turn, found);
            return FollowTrigger.Opened;
        }

        var isFresh = turn.Report is { State: nameof(ReportState.AskLanguage), Draft.HasContent: false };
        if (turn.Present == FollowState.Report && !isFresh && !IsAtRest(turn) && !IsHiddenAway(turn))
            return null;
        var isLater = turn.Moment.Found is null or { IsSlowed: true };
        if (!isLater)
            turn.Follow = turn.Follow with { Guesses = turn.Follow.Guesses + 1, GuessesSinceUtc = turn.Follow.GuessesSinceUtc ?? turn.Now };
        turn.Note(isLater ? "code_later" : "code_wrong");

        // Digits that open nothing may still be something that was said.
        if (turn.Report.Signal is not null && turn.Other is null)
            answers.Keep(turn, text);
        return FollowTrigger.NotOpened;
    }

    private static void Open(FollowTurn turn, OpenedCase found)
    {
        turn.Follow = turn.Follow with
        {
            Guesses = 0,
            GuessesSinceUtc = null,
            Other = new OtherCase(found.Signal.Value) { Questions = [.. found.Questions.Select(WaitingQuestion.Of)], Progress = found.Progress },
        };
        if (turn.Report.Language is not null)
            return;
        var isFirst = turn.Report.State == nameof(ReportState.AskLanguage);
        turn.Report = turn.Report with { Language = found.Language, State = isFirst ? nameof(ReportState.AskSafe) : turn.Report.State };
    }

    private FollowTrigger MakeCode(FollowTurn turn)
    {
        if (turn.Report.Signal is null || turn.Other is not null)
            return FollowTrigger.Noted;
        turn.NewCode = codes.New();
        return FollowTrigger.AskCode;
    }

    private static FollowTrigger ForgetOther(FollowTurn turn)
    {
        turn.Send(null, null, null, forgets: true);
        turn.Note("note.forgotten_other");
        return FollowTrigger.Noted;
    }

    /// <summary>A case that a code opened is shown as it stands now.</summary>
    private static void Refresh(FollowTurn turn)
    {
        if (turn is { Other: { } other, Moment.Found.Case: { } found })
        {
            var before = other.Questions.ToDictionary(question => question.Id, question => question.State);
            turn.Follow = turn.Follow with
            {
                Other = other with
                {
                    Progress = found.Progress,
                    Questions = [.. found.Questions.Select(asked => WaitingQuestion.Of(asked) with { State = before.GetValueOrDefault(asked.Id) is var known && known > asked.State ? known : asked.State })],
                },
            };
        }
    }

    /// <summary>Wrong codes stop to count after a while.</summary>
    private static void Forget(FollowTurn turn)
    {
        if (turn.Follow.GuessesSinceUtc + GuessTime <= turn.Now)
            turn.Follow = turn.Follow with { Guesses = 0, GuessesSinceUtc = null };
    }

    /// <summary>An earlier report was erased since: words that answer it are the present report's.</summary>
    private static bool IsErased(FollowTurn turn, WaitingQuestion asked) => turn.Other is null && turn.IsElsewhere(asked) && turn.Moment.Found?.Case is null;

    private static bool HasCase(FollowTurn turn) => turn.Report.Signal is not null || turn.Other is not null;

    private static bool IsAtRest(FollowTurn turn) =>
        turn.Report is { Signal: not null, State: nameof(ReportState.Receipt) or nameof(ReportState.StartAgain) or nameof(ReportState.Left) or nameof(ReportState.Hidden) };

    /// <summary>The chat was cleared: no button that was in it brings anything back.</summary>
    private static bool IsHiddenAway(FollowTurn turn) =>
        turn.Present == FollowState.Report && turn.Report.State is nameof(ReportState.Left) or nameof(ReportState.Hidden);

    private static bool IsStatus(string text, ChannelKind channel) =>
        (channel == ChannelKind.Sms && text.Trim() is "?" or "？") || FollowWords.Read(text) == Status;
}
