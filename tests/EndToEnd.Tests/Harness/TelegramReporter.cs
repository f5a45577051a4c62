using Senim.FakeBotApi;

namespace Senim.EndToEnd.Tests.Harness;

/// <summary>Somebody with a phone: writes, and presses a button wherever it stands, in the newest message first. Keeps what was written.</summary>
internal sealed class TelegramReporter(FakeBotApiServer telegram, long chat) : IReporter
{
    /// <summary>Covers restarts of a node on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly List<string> typed = [];

    public long Chat => chat;

    /// <summary>Everything typed so far but commands, in order.</summary>
    public IReadOnlyList<string> Typed => typed;

    public Task StartAsync()
    {
        telegram.SendText(chat, "/start");
        return Task.CompletedTask;
    }

    public Task TypeAsync(string text)
    {
        telegram.SendText(chat, text);
        typed.Add(text);
        return Task.CompletedTask;
    }

    public async Task PressAsync(string choice)
    {
        while (true)
        {
            var message = await FindAsync(choice);
            try
            {
                telegram.PressButton(chat, message.Id, Data(choice));
                return;
            }
            catch (InvalidOperationException)
            {
                // The bot has put another message in its place between the look and the press.
            }
        }
    }

    public async Task<string> WaitForAsync(string choice) => (await FindAsync(choice)).Text ?? "";

    private Task<ChatMessage> FindAsync(string choice) => telegram.WaitForBotMessageAsync(
        chat,
        message => message.Buttons.Any(button => button.CallbackData == Data(choice)),
        Patience);

    /// <summary>A button of the report, unless its flow is named.</summary>
    private static string Data(string choice) => choice.Split(':').Length == 3 ? choice : $"report:{choice}";
}
