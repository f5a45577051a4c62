namespace Senim.FakeBotApi;

/// <summary>A message at one moment, as the user sees it.</summary>
/// <param name="Kind">The Bot API's name of the content: "text", "voice", "photo", ...</param>
/// <param name="EarlierTexts">What stood there before each edit, oldest first.</param>
public sealed record ChatMessage(
    long ChatId,
    int Id,
    bool FromBot,
    string Kind,
    string? Text,
    IReadOnlyList<IReadOnlyList<ChatButton>> Keyboard,
    IReadOnlyList<TextEntity> Entities,
    IReadOnlyList<string> EarlierTexts,
    DateTimeOffset Date,
    DateTimeOffset? EditDate,
    int? ReplyToMessageId,
    bool Silent,
    bool Protected,
    bool Deleted)
{
    public IEnumerable<ChatButton> Buttons => Keyboard.SelectMany(row => row);

    /// <summary>The button with this label; null when there is none.</summary>
    public ChatButton? Button(string text) => Buttons.FirstOrDefault(button => button.Text == text);

    public override string ToString() =>
        $"{(FromBot ? "bot" : "user")} {Id}{(Deleted ? " (deleted)" : "")}: [{Kind}] {Text}{string.Concat(Buttons.Select(button => $" [{button.Text}]"))}";
}

/// <summary>An inline button; exactly one of the two last is set for the buttons that bots here use.</summary>
public sealed record ChatButton(string Text, string? CallbackData, string? Url);

/// <summary>A part of a text; offset and length in UTF-16 units.</summary>
public sealed record TextEntity(string Type, int Offset, int Length, string? Url = null);

/// <summary>What the user saw after a press.</summary>
public sealed record CallbackAnswer(string QueryId, string? Text, bool ShowAlert);
