using System.Text.Json;
using System.Text.Json.Serialization;
using Senim.Intake.Conversations;

namespace Senim.Bots.Channels.Telegram;

/// <summary>What the channel remembers of a chat: which message is the bot's, and which of the reporter's are to be removed. Stored sealed.</summary>
internal sealed record TelegramMemo
{
    /// <summary>More than a person sends before the chat is cleaned; of a flood the newest.</summary>
    private const int MostRemembered = 500;

    /// <summary>Bot API, deleteMessage: not past 48 hours.</summary>
    private static readonly TimeSpan LongestStay = TimeSpan.FromHours(47);

    /// <summary>Id of the one message in which the bot works.</summary>
    [JsonPropertyName("b")]
    public int? BotMessage { get; init; }

    /// <summary>A message of the reporter stands below it: an edit would be overlooked.</summary>
    [JsonPropertyName("u")]
    public bool IsAboveTyped { get; init; }

    /// <summary>Messages the reporter sent that are with us and have not been seen to be deleted.</summary>
    [JsonPropertyName("t")]
    public IReadOnlyList<int> Typed { get; init; } = [];

    /// <summary>Messages of which the chat holds the only copy: they go when the reporter clears the chat.</summary>
    [JsonPropertyName("f")]
    public IReadOnlyList<int> Files { get; init; } = [];

    /// <summary>Messages whose file is fetched: they go like typed ones once it is with us.</summary>
    [JsonPropertyName("g")]
    public IReadOnlyList<FetchedMessage> Fetched { get; init; } = [];

    /// <summary>Messages of the bot that are to be gone: a second copy is a trace, and its buttons are those of an older question.</summary>
    [JsonPropertyName("o")]
    public IReadOnlyList<int> Old { get; init; } = [];

    /// <summary>Something was typed that is to be removed, and the reporter does not know that yet.</summary>
    [JsonPropertyName("w")]
    public bool OwesNotice { get; init; }

    /// <summary>The reporter has been told that their messages are removed from the chat.</summary>
    [JsonPropertyName("n")]
    public bool ToldOfRemoval { get; init; }

    /// <summary>The reporter wants them to stay.</summary>
    [JsonPropertyName("k")]
    public bool KeepsTyped { get; init; }

    /// <summary>The bot's message may be copied. Bot API: how a message is protected is said when it is sent, and stays when it is edited.</summary>
    [JsonPropertyName("c")]
    public bool MayBeCopied { get; init; }

    /// <summary>When the chat is cleaned, whatever happens until then (UTC).</summary>
    [JsonPropertyName("d")]
    public DateTime? CleansUtc { get; init; }

    /// <summary>The reporter knows that their messages are removed, and has not said that they are to stay.</summary>
    [JsonIgnore]
    public bool RemovesTyped => ToldOfRemoval && !KeepsTyped;

    public static TelegramMemo Read(byte[]? memo) =>
        memo is null ? new TelegramMemo() : JsonSerializer.Deserialize(memo, TelegramMemoJson.Default.TelegramMemo)!;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, TelegramMemoJson.Default.TelegramMemo);

    /// <summary>A press makes the pressed message the conversation's; a typed one stands below it from now on.</summary>
    /// <param name="fetches">The delivery with which its file is fetched; null when none is.</param>
    public TelegramMemo With(TelegramMark mark, DeliveryKey? fetches, DateTime receivedUtc) => Folded(mark, fetches).Dated(mark.SentUtc ?? receivedUtc, receivedUtc);

    private TelegramMemo Folded(TelegramMark mark, DeliveryKey? fetches)
    {
        if (mark.PressedMessage is { } pressed)
        {
            return Replace(pressed) with
            {
                IsAboveTyped = IsAboveTyped && pressed == BotMessage,
                KeepsTyped = KeepsTyped || mark.KeepsTyped,
                MayBeCopied = pressed == BotMessage ? MayBeCopied : mark.PressedMayBeCopied,
            };
        }

        if (mark.TypedMessage is not { } typed)
            return this;

        // Ids grow within a chat: an edited message may stand above the bot's.
        var after = this with { IsAboveTyped = IsAboveTyped || BotMessage is null || typed > BotMessage };
        if (mark.IsOnlyCopy && fetches is null)
            return after with { Files = Add(Files, typed) };
        after = after with { OwesNotice = OwesNotice || (!mark.IsCommand && !ToldOfRemoval) };
        return fetches is { } delivery
            ? after with { Fetched = [.. Fetched.Where(known => known.Message != typed).TakeLast(MostRemembered - 1), new FetchedMessage(typed, delivery.ToBytes())] }
            : after with { Typed = Add(Typed, typed) };
    }

    /// <summary>Once that time has come, a later message needs a new one.</summary>
    private TelegramMemo Dated(DateTime sentUtc, DateTime receivedUtc)
    {
        var due = sentUtc + LongestStay;
        return Typed.Count + Fetched.Count + Old.Count == 0 || (CleansUtc is { } known && known > receivedUtc && known <= due) ? this : this with { CleansUtc = due };
    }

    /// <summary>The bot works in this message from now on; the one before is to go.</summary>
    public TelegramMemo Replace(int message) => this with
    {
        BotMessage = message,
        Old = [.. (BotMessage is { } before ? Add(Old, before) : Old).Where(old => old != message)],
    };

    private static IReadOnlyList<int> Add(IReadOnlyList<int> ids, int id) =>
        ids.Contains(id) ? ids : [.. ids.TakeLast(MostRemembered - 1), id];
}

/// <param name="Delivery">The delivery that brought it, by which its file is known.</param>
internal sealed record FetchedMessage([property: JsonPropertyName("m")] int Message, [property: JsonPropertyName("d")] byte[] Delivery);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(TelegramMemo))]
internal sealed partial class TelegramMemoJson : JsonSerializerContext;
