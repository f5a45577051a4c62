using System.Globalization;

namespace Senim.Benchmarks.Load;

/// <summary>Single messages to the Telegram webhook.</summary>
/// <param name="firstUpdate">No two scripts of a run share numbers.</param>
/// <param name="chat">From the person to the chat.</param>
/// <param name="text">From the number of the message to its words.</param>
internal sealed class TextScript(int firstUpdate, Func<long, long> chat, Func<int, string> text, string secret = TelegramScript.Secret) : IScript
{
    private int number;

    public int Turns => 1;

    public byte[] Request(long person, int turn)
    {
        var mine = Interlocked.Increment(ref number);
        var id = chat(person);
        return Http.Post(
            "/telegram/webhook",
            "application/json",
            $"X-Telegram-Bot-Api-Secret-Token: {secret}",
            string.Create(CultureInfo.InvariantCulture, $$$"""{"update_id":{{{firstUpdate + mine}}},"message":{"message_id":{{{mine}}},"from":{"id":{{{id}}},"is_bot":false,"first_name":"A","language_code":"ru"},"chat":{"id":{{{id}}},"type":"private"},"date":1700000000,"text":"{{{text(mine)}}}"}}"""));
    }
}
