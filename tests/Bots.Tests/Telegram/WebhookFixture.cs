namespace Senim.Bots.Tests.Telegram;

/// <summary>One bot behind a webhook for the tests of a class that leave nothing behind.</summary>
public sealed class WebhookFixture : IAsyncLifetime
{
    internal TelegramHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await TelegramHost.ByWebhookAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
