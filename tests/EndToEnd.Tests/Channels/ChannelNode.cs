using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;

namespace Senim.EndToEnd.Tests.Channels;

/// <summary>A node that is reached by one channel, shared by the tests of that channel.</summary>
public abstract class ChannelNode : IAsyncLifetime
{
    private readonly HostFolder folder;
    private FakeBotApiServer? telegram;
    private HostProcess? host;
    private long lastChat = 5_300_000;

    protected ChannelNode()
        : this(new HostFolder())
    {
    }

    private protected ChannelNode(HostFolder folder) => this.folder = folder;

    internal HostProcess Host => host!;

    public async Task InitializeAsync()
    {
        telegram = await FakeBotApiServer.StartAsync();
        host = await HostProcess.StartAsync(Configure(HostSettings.For(folder), telegram));
    }

    /// <summary>Somebody who has never been here.</summary>
    internal IReporter NewReporter() => NewReporter(telegram!, ++lastChat);

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await telegram!.DisposeAsync();
        folder.Dispose();
    }

    private protected abstract HostSettings Configure(HostSettings settings, FakeBotApiServer telegram);

    private protected virtual IReporter NewReporter(FakeBotApiServer telegram, long chat) => new TelegramReporter(telegram, chat);
}

public sealed class PollingNode : ChannelNode
{
    private protected override HostSettings Configure(HostSettings settings, FakeBotApiServer telegram) => settings.Polling(telegram);
}

public sealed class WebhookNode : ChannelNode
{
    private protected override HostSettings Configure(HostSettings settings, FakeBotApiServer telegram) =>
        settings.Webhook(telegram, HostSettings.FreePort());
}

public sealed class WebChatNode : ChannelNode
{
    private protected override HostSettings Configure(HostSettings settings, FakeBotApiServer telegram) => settings;

    private protected override IReporter NewReporter(FakeBotApiServer telegram, long chat) => new WebReporter(Host);
}
