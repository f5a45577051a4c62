using Senim.FakeBotApi;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Somebody with the bot's chat open. Each act returns once the bot has taken it in and answered.</summary>
internal sealed class Child(FakeBotApiServer telegram, long chat)
{
    public long Id { get; } = chat;

    public ChatView Chat => telegram.Chat(Id);

    /// <summary>The one message in which the bot works.</summary>
    public ChatMessage Screen => Assert.Single(Chat.BotMessages);

    public async Task<int> TypesAsync(string text)
    {
        var id = telegram.SendText(Id, text);
        await telegram.WaitUntilDeliveredAsync();
        return id;
    }

    /// <summary>Presses the button whose label begins so, on the bot's newest message.</summary>
    public Task PressesAsync(string label) => PressesAsync(Chat.LastBotMessage!, label);

    /// <summary>Passes over the question that the bot's newest message asks.</summary>
    public Task SkipsAsync(string question) =>
        PressesAsync(Chat.LastBotMessage!.Buttons.First(button => button.CallbackData == $"report:{question}:skip").Text);

    public async Task PressesAsync(ChatMessage message, string label)
    {
        var button = message.Buttons.FirstOrDefault(button => button.Text.StartsWith(label, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button '{label}' on: {message}");
        if (Chat.Messages.Any(shown => shown.Id == message.Id && shown.Buttons.Any(shownButton => shownButton.CallbackData == button.CallbackData)))
            telegram.PressButton(Id, message.Id, button.CallbackData!);
        else
            telegram.PressStaleButton(Id, message.Id, button.CallbackData!);
        await telegram.WaitUntilDeliveredAsync();
    }

    public async Task SendsAsync(Action<FakeBotApiServer, long> act)
    {
        act(telegram, Id);
        await telegram.WaitUntilDeliveredAsync();
    }
}
