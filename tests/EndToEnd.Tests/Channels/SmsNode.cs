using Senim.EndToEnd.Tests.Harness;
using Senim.FakeTwilio;

namespace Senim.EndToEnd.Tests.Channels;

/// <summary>A node that is reached by texts, shared by the tests of them.</summary>
public sealed class SmsNode : IAsyncLifetime
{
    private FakeTwilioServer? twilio;
    private HostProcess? host;
    private int lastNumber = 100;

    public SmsNode()
        : this(new HostFolder())
    {
    }

    internal SmsNode(HostFolder folder) => Folder = folder;

    internal HostFolder Folder { get; }

    internal HostProcess Host => host!;

    internal FakeTwilioServer Twilio => twilio!;

    public async Task InitializeAsync()
    {
        var port = HostSettings.FreePort();
        twilio = await HostSettings.StartTwilioAsync(port);
        host = await HostProcess.StartAsync(HostSettings.For(Folder).Texts(twilio, port));
    }

    /// <summary>Somebody who has never been here.</summary>
    internal SmsReporter NewReporter() => new(Twilio, $"+77015550{++lastNumber:000}");

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Twilio.DisposeAsync();
        Folder.Dispose();
    }
}
