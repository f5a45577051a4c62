using System.Globalization;
using System.Text;
using Senim.Bots.Conversation.Flows.Report.Facts;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using static Senim.Bots.Conversation.Flows.Report.ReportTrigger;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Understands typed words: a phrase that stands for a button, danger, an answer; everything else is kept as story.</summary>
internal sealed class WordReader(ChoiceReader choices, PlaceReader places, FactReader facts)
{
    /// <summary>That many letters tell a story of their own, wherever they were typed: it is not asked for again.</summary>
    private const int StoryLetters = 40;

    /// <summary>Fewer words do not tell a language.</summary>
    private const int LanguageLeastWords = 3;

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
        var said = Said.Read(text);
        turn.Keep(text);
        var isAboutPlace = ReportCodes.IsAboutPlace(turn.Present);
        var found = isAboutPlace ? FactReader.Take(turn, said, isEdited) : facts.Notice(turn, text, isEdited);
        if (turn.FindDanger(text) is { } danger)
        {
            if (turn.Present is ReportState.DangerHelp or ReportState.CannotSpeak)
                turn.Note("note.added");
            if (isAboutPlace)
                places.Notice(turn, text);
            return turn.EnterDanger(danger);
        }

        if (turn.Present is not (ReportState.Left or ReportState.Hidden))
        {
            if (!isEdited && ReadAside(turn, said, found) is { } aside)
                return aside;
            OfferLanguage(turn, text, said);
        }

        if (isAboutPlace)
            return ReadPlace(turn, text, found);
        return Continue(turn, text, found, isEdited);
    }

    /// <summary>A wish for another language, a question back, an insult or a test: answered, and the present question stays.</summary>
    private static ReportTrigger? ReadAside(ReportTurn turn, Said said, WordsFound found)
    {
        if (LanguageWords.Wanted(said) is { } language)
        {
            turn.Language = language;
            turn.Note("note.language");
            return turn.Present == ReportState.AskLanguage ? Answered : ChangeLanguage;
        }

        if (found.Answers > 0 || Asides.Of(said) is not { } answer)
            return null;
        if (turn.HasSignal)
            turn.Note("note.added");
        turn.Note(answer);
        return Noted;
    }

    /// <summary>Whoever goes on in another language is asked once whether to change; Kazakh is full of Russian words.</summary>
    private static void OfferLanguage(ReportTurn turn, string text, Said said)
    {
        if (turn.Moment.Channel == ChannelKind.Sms || turn.Language is not { } chosen || said.Count < LanguageLeastWords
            || ReportCodes.IsAboutPlace(turn.Present) || turn.Draft.IsSettled(ReportCodes.OtherLanguage))
            return;
        if (SmsLanguage.Guess(text) is not { } written || written == chosen)
            return;
        turn.LanguageGuess = written;
        turn.Draft = turn.Draft.Settle(ReportCodes.OtherLanguage);
        turn.Note("note.other_language");
    }

    /// <summary>
    /// Words that name no place but answer something else are not taken for a place that nobody knows, and late ones answer nothing.
    /// </summary>
    private ReportTrigger ReadPlace(ReportTurn turn, string text, WordsFound found)
    {
        if (!turn.Moment.IsOvertaken && (found.Answers == 0 || places.Knows(turn, text)))
            return places.Read(turn, text);
        turn.Note(turn.HasSignal ? "note.added" : "note.kept");
        return Noted;
    }

    private ReportTrigger ReadPhrase(ReportTurn turn, string text, (string Question, string Value) phrase)
    {
        // A cry for help is part of what was said, and counts when silence follows.
        if (phrase is (ReportCodes.Danger, _) or (ReportCodes.Go, ReportCodes.Help) && text.Any(char.IsLetter))
            turn.Keep(text);
        return choices.Read(turn, new TurnInput.Choice(ReportCodes.Flow, phrase.Question, phrase.Value));
    }

    private static ReportTrigger Continue(ReportTurn turn, string text, WordsFound found, bool isEdited)
    {
        switch (turn.Present)
        {
            case ReportState.Receipt:
                turn.Note("note.added");
                return found.NamesPlace ? PlaceTaken : Noted;
            case ReportState.StartAgain:
                turn.Note("note.added");
                return Answered;
            case ReportState.WelcomeBack:
                turn.Note("note.added");
                SettleStory(turn, text, found);
                return Noted;
            case ReportState.Left or ReportState.Hidden:
                turn.Note(turn.HasSignal ? "note.added" : "note.kept");
                SettleStory(turn, text, found);
                return Answered;
            case ReportState.AskStory:
                turn.Note("note.story_kept");
                return Noted;
        }

        // "нет, Алматинская область, не город", whatever is asked meanwhile
        if (found is { NamesPlace: true, Corrects: true } && turn.Present != ReportState.AskLanguage)
            return PlaceTaken;
        var isAside = found.Answers > 0 && ReportQuestions.At(turn.Present) is { Code: not (ReportCodes.Safe or ReportCodes.What) and var asked } && !found.Questions.Contains(asked);
        if (!isEdited && !isAside && FactReader.Answer(turn, text))
            return Answered;
        turn.Note("note.kept");
        var tellsStory = SettleStory(turn, text, found);
        if (isEdited || isAside || turn.Present is ReportState.Review or ReportState.ChooseEdit)
            return Noted;
        return turn.Present switch
        {
            ReportState.AskLanguage => ReadLanguage(turn, text),
            ReportState.AskWhat => ReadWhat(turn, text, tellsStory),
            var present => IsSettledNow(turn, present) ? Answered : Unclear,
        };
    }

    /// <summary>Enough words in one language are an answer to "which language?".</summary>
    private static ReportTrigger ReadLanguage(ReportTurn turn, string text)
    {
        if (SmsWords.Of(text).Count < LanguageLeastWords || SmsLanguage.Guess(text) is not { } written)
            return Unclear;
        turn.Language = written;
        return Answered;
    }

    private static ReportTrigger ReadWhat(ReportTurn turn, string text, bool tellsStory)
    {
        if (!tellsStory && !turn.SayWhat(text))
            return Unclear;
        turn.Draft = turn.Draft.Settle(ReportCodes.What);
        return Answered;
    }

    private static bool IsSettledNow(ReportTurn turn, ReportState present) =>
        ReportCodes.Settles(present) is { } question && turn.Draft.IsSettled(question) && !turn.Before.Draft.IsSettled(question);

    /// <summary>
    /// Long words are the story; when they also say what it is about, that is not asked either. Several answers in one message say it in
    /// short.
    /// </summary>
    private static bool SettleStory(ReportTurn turn, string text, WordsFound found)
    {
        var isLong = text.Count(char.IsLetter) >= StoryLetters;
        if (isLong)
            turn.Draft = turn.Draft.Settle(ReportCodes.Story);
        if (isLong ? ReportTurn.IsSpecific(turn.Assess()) : found.Answers + (found.NamesPlace ? 1 : 0) > 1 && turn.SayWhat(text))
            turn.Draft = turn.Draft.Settle(ReportCodes.What);
        return isLong;
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
