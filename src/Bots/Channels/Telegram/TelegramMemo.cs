using System.Text.Json;
using System.Text.Json.Serialization;

namespace Senim.Bots.Channels.Telegram;

/// <summary>What the channel remembers of a chat: which message is the bot's, and which of the reporter's are to be removed. Stored sealed.</summary>
internal sealed record TelegramMemo
{
    /// <summary>Bot API, deleteMessages: 1-100 ids a call.</summary>
    private const int MostTyped = 100;

    /// <summary>Id of the one message in which the bot works.</summary>
    [JsonPropertyName("b")]
    public int? BotMessage { get; init; }

    /// <summary>A message of the reporter stands below it: an edit would be overlooked.</summary>
    [JsonPropertyName("u")]
    public bool IsAboveTyped { get; init; }

    /// <summary>Messages the reporter sent that have not been seen to be deleted.</summary>
    [JsonPropertyName("t")]
    public IReadOnlyList<int> Typed { get; init; } = [];

    /// <summary>The reporter has been told that their messages are removed from the chat.</summary>
    [JsonPropertyName("n")]
    public bool ToldOfRemoval { get; init; }

    public static TelegramMemo Read(byte[]? memo) =>
        memo is null ? new TelegramMemo() : JsonSerializer.Deserialize(memo, TelegramMemoJson.Default.TelegramMemo)!;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, TelegramMemoJson.Default.TelegramMemo);

    /// <summary>A press makes the pressed message the conversation's; a typed one stands below it from now on.</summary>
    public TelegramMemo With(TelegramMark mark)
    {
        if (mark.PressedMessage is { } pressed)
            return this with { BotMessage = pressed, IsAboveTyped = IsAboveTyped && pressed == BotMessage };
        return mark.TypedMessage is { } typed && !Typed.Contains(typed)
            ? this with { IsAboveTyped = true, Typed = [.. Typed.TakeLast(MostTyped - 1), typed] }
            : this;
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(TelegramMemo))]
internal sealed partial class TelegramMemoJson : JsonSerializerContext;
