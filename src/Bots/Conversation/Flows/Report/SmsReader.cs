using Senim.Bots.Conversation.Flows.Report.Facts;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using static Senim.Bots.Conversation.Flows.Report.ReportTrigger;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>
/// Understands a text: a number of the present question, a call for help in any language, part of a story that comes in several texts; the
/// rest as on any other channel.
/// </summary>
internal sealed class SmsReader(ChoiceReader choices, WordReader words, FactReader facts)
{
    public ReportTrigger Read(ReportTurn turn, string text)
    {
        if (DoorWords.First(turn.Before, text) is { } door)
        {
            // A code alone says nothing, also where its door is closed; words behind one that is unknown are told together with it.
            if (door.After.Length == 0)
                return turn.Present is ReportState.Left or ReportState.Hidden ? Answered : Noted;
            text = turn.Moment.Found?.Door is null ? text : door.After;
        }

        turn.LanguageGuess = SmsLanguage.Next(turn.LanguageGuess, text, turn.Present);
        if (turn.Before.Barred)
            return Add(turn, text);
        if (text.Trim() is "?" or "？")
        {
            turn.Note("note.explain");
            return Help;
        }

        if (SmsNumbers.Read(text) is { } number)
            return ReadNumber(turn, text, number);
        if (ReportPhrases.Read(text, turn.Present) is null)
        {
            if (SmsWords.AsksForHelp(text))
                return ReadCallForHelp(turn, text);
            if (AwaitsStory(turn) && text.Any(char.IsLetter) && !IsAside(turn, text))
                return ReadStory(turn, text);
        }

        return Shorten(turn, words.Read(turn, text, isEdited: false));
    }

    /// <summary>Where nothing can be asked, or was asked since: words are kept, and danger is passed on.</summary>
    public ReportTrigger Add(ReportTurn turn, string text)
    {
        turn.Keep(text);
        facts.Notice(turn, text);
        return turn.FindDanger(text) is { } danger ? turn.EnterDanger(danger) : Noted;
    }

    private ReportTrigger ReadNumber(ReportTurn turn, string text, int number)
    {
        var answers = SmsNumbers.Of(turn.Before, turn.Present);
        if (number >= 1 && number <= answers.Count)
            return Shorten(turn, choices.Read(turn, answers[number - 1]));
        turn.Keep(text);
        if (turn.Present != ReportState.Receipt)
            return turn.Present is ReportState.Left or ReportState.Hidden ? Answered : Shorten(turn, Unclear);
        turn.Note("note.added");
        return Noted;
    }

    /// <summary>"Help" with more words behind it: they count like any others, and the numbers are shown at once.</summary>
    private ReportTrigger ReadCallForHelp(ReportTurn turn, string text)
    {
        turn.Keep(text);
        facts.Notice(turn, text);
        if (turn.FindDanger(text) is { } danger)
            return turn.EnterDanger(danger);
        turn.Note("note.help");
        return Help;
    }

    /// <summary>A question back, an insult or a test is answered at once; after leaving it is told like the rest.</summary>
    private static bool IsAside(ReportTurn turn, string text) =>
        turn.Present is not (ReportState.Left or ReportState.Hidden) && Asides.Of(Said.Read(text)) is not null;

    /// <summary>What happened may be told at once, before it was asked, and again after leaving.</summary>
    private static bool AwaitsStory(ReportTurn turn) => turn.Present switch
    {
        ReportState.AskLanguage or ReportState.AskStory => true,
        ReportState.Left or ReportState.Hidden => !turn.HasSignal || turn.Draft.Incomplete,
        _ => false,
    };

    private ReportTrigger ReadStory(ReportTurn turn, string text)
    {
        turn.Keep(text);
        facts.Notice(turn, text);
        if (turn.FindDanger(text) is { } danger)
            return turn.EnterDanger(danger);
        var isTold = turn.Present == ReportState.AskStory ? !SmsWords.IsGreeting(text) : SmsWords.Tells(text);
        if (turn.Language is null && turn.LanguageGuess is null)
        {
            if (isTold)
                turn.Draft = turn.Draft.Settle(ReportCodes.Story);
            return turn.Present == ReportState.AskLanguage ? Unclear : Answered;
        }

        turn.IsHeld = isTold;
        return turn.Present == ReportState.AskStory ? isTold ? Noted : Unclear : Answered;
    }

    /// <summary>A place is asked for in words and confirmed once; what remains open after that is left to those who read it.</summary>
    private static ReportTrigger Shorten(ReportTurn turn, ReportTrigger trigger)
    {
        switch (turn.Present, trigger)
        {
            case (ReportState.ChooseUnit, PlaceTaken) when turn.Draft.PlaceOffers is [var unit, ..]:
                turn.Draft = turn.Draft.WithPlace(unit);
                return PlaceSettled;
            case (ReportState.ChooseUnit, RegionTaken):
                turn.Draft = turn.Draft.Settle(ReportCodes.PlaceQuestion);
                return PlaceSettled;
            case (ReportState.ChoosePlace or ReportState.ConfirmPlace, Declined):
                if (!turn.Before.Visited.Any(state => state is nameof(ReportState.ChoosePlace) or nameof(ReportState.ConfirmPlace)))
                    return PlaceWanted;
                turn.Draft = turn.Draft.Settle(ReportCodes.PlaceQuestion);
                return PlaceSettled;
            case (ReportState.DangerHelp or ReportState.CannotSpeak, Unclear) when turn.Draft.PlaceCode is not null:
                turn.Note("note.added");
                return PlaceSettled;
            default:
                return trigger;
        }
    }
}
