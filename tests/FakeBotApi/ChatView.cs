namespace Senim.FakeBotApi;

/// <summary>A chat at one moment, as its user sees it.</summary>
/// <param name="History">Every message ever, deleted ones too, oldest first.</param>
/// <param name="BotStatus">"member", "administrator", "left" or "kicked"; a user who blocks the bot kicks it.</param>
public sealed record ChatView(long ChatId, string Type, string BotStatus, IReadOnlyList<ChatMessage> History, IReadOnlyList<CallbackAnswer> CallbackAnswers)
{
    /// <summary>What stands in the chat now, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages => [.. History.Where(message => !message.Deleted)];

    public IReadOnlyList<ChatMessage> BotMessages => [.. Messages.Where(message => message.FromBot)];

    public IReadOnlyList<ChatMessage> UserMessages => [.. Messages.Where(message => !message.FromBot)];

    public ChatMessage? LastBotMessage => Messages.LastOrDefault(message => message.FromBot);

    public override string ToString() => string.Join(Environment.NewLine, History.Select(message => message.ToString()));
}
