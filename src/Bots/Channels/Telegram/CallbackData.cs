using System.Text;
using Senim.Bots.Conversation.Turns;

namespace Senim.Bots.Channels.Telegram;

/// <summary><c>flow:question:value</c>. Bot API, InlineKeyboardButton: callback_data has 1-64 bytes.</summary>
internal static class CallbackData
{
    public const int MostBytes = 64;

    /// <exception cref="InvalidOperationException">The codes are too long for a button: a fault of the flow.</exception>
    public static string Write(ReplyChoice choice)
    {
        var data = $"{choice.Flow}:{choice.Question}:{choice.Value}";
        return Encoding.UTF8.GetByteCount(data) <= MostBytes
            ? data
            : throw new InvalidOperationException($"The codes of a choice of question {choice.Question} take more than {MostBytes} bytes.");
    }

    /// <summary>Data of no form we know reads as a choice of no question: the present question is shown again.</summary>
    public static TurnInput.Choice Read(string? data) =>
        (data ?? "").Split(':', 3) is [var flow, var question, var value]
            ? new TurnInput.Choice(flow, question, value)
            : new TurnInput.Choice("", "", "");
}
