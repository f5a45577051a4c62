using Microsoft.Extensions.Options;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// What tells a reply that stood in an answer from older ones: Twilio names no id for it until it says what became of it. 8 bytes of a keyed
/// hash of the text answered, in the query of the status address; nobody else can make anything of it, and no conversation is found by it.
/// </summary>
internal sealed class ReplyReferences(BlindIndex blind, IOptions<SmsOptions> options)
{
    private const string Query = "?r=";
    private const int Chars = 16;

    /// <summary>The status address for the reply to that text.</summary>
    public string Url(DeliveryKey delivery) => options.Value.StatusUrl + Query + Of(delivery);

    public string Of(DeliveryKey delivery) => blind.Delivery($"sms-reply|{delivery}").ToString()[..Chars];

    /// <summary>The reference in a request's query; empty without a query. Null for any other query.</summary>
    public static string? Read(string query)
    {
        if (query.Length == 0)
            return "";
        return query.Length == Query.Length + Chars && query.StartsWith(Query, StringComparison.Ordinal) && query.AsSpan(Query.Length).ContainsOnlyHex()
            ? query[Query.Length..]
            : null;
    }
}
