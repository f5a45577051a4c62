using System.Text.Json;
using System.Text.Json.Serialization;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// What the channel remembers of a number: nothing, until a reply was sent outside of an answer, is owed, or did not arrive. Stored sealed.
/// </summary>
internal sealed record SmsMemo
{
    private static readonly SmsMemo Empty = new();

    /// <summary>The reply that was sent last, by a keyed hash of its id; null when the last one stood in an answer.</summary>
    [JsonPropertyName("s")]
    public string? Sent { get; init; }

    /// <summary>The message that failed last, in the same form: a failure that is told twice counts once.</summary>
    [JsonPropertyName("f")]
    public string? Failed { get; init; }

    /// <summary>How often the present reply did not arrive.</summary>
    [JsonPropertyName("n")]
    public int Failures { get; init; }

    [JsonPropertyName("d")]
    public SmsDebt Debt { get; init; }

    public static SmsMemo Read(byte[]? memo) => memo is null ? Empty : JsonSerializer.Deserialize(memo, SmsMemoJson.Default.SmsMemo)!;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, SmsMemoJson.Default.SmsMemo);

    /// <summary>The reporter has written: what did not arrive before is past.</summary>
    /// <returns>Null when nothing is left to remember.</returns>
    public byte[]? Heard() => this with { Sent = null, Failed = null, Failures = 0 } is var after && after == Empty ? null : after.Write();

    public SmsMemo Owe(bool isHelp) => this with { Debt = isHelp || Debt == SmsDebt.Help ? SmsDebt.Help : SmsDebt.Reply };

    /// <summary>A reply got through: an older one that is owed is not sent any more, help for someone in danger excepted.</summary>
    public SmsMemo Settle(bool isHelp) => Debt == SmsDebt.None || (Debt == SmsDebt.Help && !isHelp) ? this : this with { Debt = SmsDebt.Settled };
}

/// <summary>What lies in the outbox for a number.</summary>
internal enum SmsDebt
{
    /// <summary>Nothing that we know of.</summary>
    None,

    Reply,

    /// <summary>Help for someone in danger.</summary>
    Help,

    /// <summary>What may still lie there was overtaken by a later reply.</summary>
    Settled,
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SmsMemo))]
internal sealed partial class SmsMemoJson : JsonSerializerContext;
