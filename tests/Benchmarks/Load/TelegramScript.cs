using System.Globalization;
using System.Text;

namespace Senim.Benchmarks.Load;

/// <summary>A report by buttons and texts, from the first press to the receipt, as updates that Telegram posts.</summary>
internal sealed class TelegramScript : IScript
{
    public const string Secret = "secret-of-the-benchmark";

    private static readonly (bool IsText, string Value)[] Steps =
    [
        (true, "/start"), (false, "report:language:ru"), (false, "report:safe:safe"), (false, "report:forwhom:me"), (false, "report:what:bullying"), (false, "report:what:done"),
        (true, "Меня дразнят в классе каждый день, отбирают деньги на обед и смеются"), (false, "report:story:done"),
        (false, "report:when:when_week"),
        (true, "Тараз"), (false, "report:confirm:yes"), (false, "report:age:age_11_13"), (false, "report:offender:skip"), (false, "report:recuse:no_none"),
        (false, "report:contact:contact_no"), (false, "report:review:send"),
    ];

    /// <summary>From this length on it is a story, of which no two people tell the same.</summary>
    private const int Long = 20;

    private int update;

    public int Turns => Steps.Length;

    public byte[] Request(long person, int turn)
    {
        var (isText, value) = Steps[turn];
        var id = Interlocked.Increment(ref update);
        var chat = string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{person}},"type":"private"}""");
        var from = string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{person}},"is_bot":false,"first_name":"A","language_code":"ru"}""");
        var body = isText
            ? string.Create(CultureInfo.InvariantCulture, $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{turn + 1}}},"from":{{{from}}},"chat":{{{chat}}},"date":1700000000,"text":"{{{(value.Length > Long ? $"{value} {person}" : value)}}}"}}""")
            : string.Create(CultureInfo.InvariantCulture, $$$"""{"update_id":{{{id}}},"callback_query":{"id":"{{{id}}}","from":{{{from}}},"message":{"message_id":{{{turn + 1}}},"chat":{{{chat}}},"date":1700000000,"text":"x"},"chat_instance":"1","data":"{{{value}}}"}}""");
        return Http.Post("/telegram/webhook", "application/json", $"X-Telegram-Bot-Api-Secret-Token: {Secret}", body);
    }
}

internal static class Http
{
    public static byte[] Post(string path, string type, string header, string body)
    {
        var bytes = Encoding.UTF8.GetByteCount(body);
        return Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"POST {path} HTTP/1.1\r\nHost: senim\r\nContent-Type: {type}\r\n{header}\r\nContent-Length: {bytes}\r\n\r\n{body}"));
    }
}
