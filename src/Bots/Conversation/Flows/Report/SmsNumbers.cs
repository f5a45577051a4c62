using System.Globalization;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>The numbers that stand in a text in place of buttons: what each of them means at the present question.</summary>
internal static class SmsNumbers
{
    /// <summary>More places than these, with their names, do not fit into one text.</summary>
    public const int MostOffers = 3;

    /// <summary>A longer number was not meant as a choice.</summary>
    private const int MostDigits = 2;

    /// <summary>The answers in the order of their numbers, the first being 1; empty where the answer is written in words.</summary>
    public static IReadOnlyList<TurnInput.Choice> Of(ConversationState state, ReportState present)
    {
        if (AsksLanguage(state, present))
            return [.. Languages.All.Select(language => new TurnInput.Choice(Flow, ReportCodes.LanguageQuestion, language.Code()))];
        var answers = Answers(state.Draft, present);
        return state.Notices.Contains("note.help") ? [new TurnInput.Choice(Flow, Danger, Danger), .. answers.Skip(1)] : answers;
    }

    /// <summary>The languages are what is numbered: nothing tells which one is understood, or another was asked for.</summary>
    public static bool AsksLanguage(ConversationState state, ReportState present) =>
        state.Notices.Contains("note.choose_language")
        || (state.Language is null && state.LanguageGuess is null && present is not (ReportState.DangerHelp or ReportState.CannotSpeak));

    /// <summary>The number that a whole message is ("1", "1.", "2)", full-width or Arabic-Indic digits); null for anything else.</summary>
    public static int? Read(string text)
    {
        var number = 0;
        var digits = 0;
        foreach (var sign in Bare(text))
        {
            if (!char.IsDigit(sign) || ++digits > MostDigits)
                return null;
            number = (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(sign);
        }

        return digits == 0 ? null : number;
    }

    /// <summary>Without the signs and spaces around it.</summary>
    private static ReadOnlySpan<char> Bare(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
            start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
            end--;
        return text.AsSpan(start, end - start);
    }

    private static IReadOnlyList<TurnInput.Choice> Answers(ReportDraft draft, ReportState present) => present switch
    {
        ReportState.AskSafe => [.. SafeAnswers.Select(code => new TurnInput.Choice(Flow, Safe, code))],
        ReportState.AskContact => [.. ReportQuestions.At(present)!.Answers.Select(code => new TurnInput.Choice(Flow, Contact, code))],
        ReportState.ConfirmPlace =>
        [
            new TurnInput.Choice(Flow, Confirm, Yes),
            new TurnInput.Choice(Flow, Confirm, No),
            .. draft.OffersDoor() ? new[] { new TurnInput.Choice(Flow, Confirm, YesHidden) } : [],
        ],
        ReportState.ChoosePlace =>
        [
            .. draft.PlaceOffers.Take(MostOffers).Select(code => new TurnInput.Choice(Flow, Offer, code)),
            new TurnInput.Choice(Flow, Offer, None),
        ],
        _ => [],
    };
}
