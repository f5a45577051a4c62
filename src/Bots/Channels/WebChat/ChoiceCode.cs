using Senim.Bots.Conversation.Turns;

namespace Senim.Bots.Channels.WebChat;

/// <summary>What a button sends: <c>flow:question:value</c>.</summary>
internal static class ChoiceCode
{
    private const int MostPartChars = 24;

    public static string Write(ReplyChoice choice) => $"{choice.Flow}:{choice.Question}:{choice.Value}";

    /// <summary>Null when the text is no such code.</summary>
    public static TurnInput.Choice? Read(string? text) =>
        text?.Split(':') is [var flow, var question, var value] && IsPart(flow) && IsPart(question) && IsPart(value)
            ? new TurnInput.Choice(flow, question, value)
            : null;

    private static bool IsPart(string part) =>
        part.Length is > 0 and <= MostPartChars && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.');
}
