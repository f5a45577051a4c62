using System.Globalization;
using System.Text;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using static Senim.Bots.Conversation.Flows.Report.ReportTrigger;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Understands typed words: a phrase that stands for a button, danger, an answer; everything else is kept as story.</summary>
internal sealed class WordReader(ChoiceReader choices, PlaceReader places)
{
    /// <summary>That many letters tell a story of their own, wherever they were typed: it is not asked for again.</summary>
    private const int StoryLetters = 40;

    public ReportTrigger Read(ReportTurn turn, string text, bool isEdited)
    {
        if (!HasSomethingToSee(text))
        {
            turn.Note("note.empty");
            return Noted;
        }

        if (turn.Moment.Channel != ChannelKind.Sms)
            turn.LanguageGuess = ReportPhrases.Guess(text) ?? turn.LanguageGuess ?? (text.Any(char.IsAsciiLetter) ? Intake.Language.En : null);
        if (!isEdited && ReportPhrases.Read(text, turn.Present) is { } phrase)
            return ReadPhrase(turn, text, phrase);
        turn.Keep(text);
        if (turn.FindDanger(text) is { } danger)
        {
            if (turn.Present is ReportState.DangerHelp or ReportState.CannotSpeak)
                turn.Note("note.added");
            places.Notice(turn, text);
            return turn.EnterDanger(danger);
        }

        if (ReportCodes.IsAboutPlace(turn.Present))
            return places.Read(turn, text);
        return Continue(turn, text, places.Notice(turn, text), isEdited);
    }

    private ReportTrigger ReadPhrase(ReportTurn turn, string text, (string Question, string Value) phrase)
    {
        // A cry for help is part of what was said, and counts when silence follows.
        if (phrase is (ReportCodes.Danger, _) or (ReportCodes.Go, ReportCodes.Help) && text.Any(char.IsLetter))
            turn.Keep(text);
        return choices.Read(turn, new TurnInput.Choice(ReportCodes.Flow, phrase.Question, phrase.Value));
    }

    private static ReportTrigger Continue(ReportTurn turn, string text, bool namesPlace, bool isEdited)
    {
        switch (turn.Present)
        {
            case ReportState.Receipt:
                turn.Note("note.added");
                return namesPlace ? PlaceTaken : Noted;
            case ReportState.StartAgain:
                turn.Note("note.added");
                return Answered;
            case ReportState.Left or ReportState.Hidden:
                turn.Note(turn.HasSignal ? "note.added" : "note.kept");
                SettleStory(turn, text);
                return Answered;
            case ReportState.AskStory:
                turn.Note("note.story_kept");
                return Noted;
        }

        turn.Note("note.kept");
        var tellsStory = SettleStory(turn, text);
        if (isEdited || turn.Present == ReportState.Review)
            return Noted;
        if (turn.Present != ReportState.AskWhat || !tellsStory)
            return Unclear;
        turn.Draft = turn.Draft.Settle(ReportCodes.What);
        return Answered;
    }

    /// <summary>Long words are the story; when they also say what it is about, that is not asked either.</summary>
    private static bool SettleStory(ReportTurn turn, string text)
    {
        if (text.Count(char.IsLetter) < StoryLetters)
            return false;
        turn.Draft = turn.Draft.Settle(ReportCodes.Story);
        if (turn.Assess().Categories.Any(category => category is not (Category.Other or Category.Question or Category.Test)))
            turn.Draft = turn.Draft.Settle(ReportCodes.What);
        return true;
    }

    /// <summary>False for a message of spaces and invisible marks alone.</summary>
    private static bool HasSomethingToSee(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned))
            {
                return true;
            }
        }

        return false;
    }
}
