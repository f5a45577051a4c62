using Microsoft.Extensions.Options;
using Senim.Hosting.Configuration;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;

namespace Senim.Hosting.Serving;

/// <summary>A running node: two web applications that share only the way of events.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly WebApplication publicSide;
    private readonly WebApplication deskSide;

    private Node(WebApplication publicSide, WebApplication deskSide)
    {
        this.publicSide = publicSide;
        this.deskSide = deskSide;
    }

    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static async Task<Node> StartAsync(NodeSettings settings, CancellationToken cancellationToken)
    {
        // Before the keys, which lie in it unless they are told to lie elsewhere.
        Databases.MakeFolder(settings);

        // In Development missing keys are made; the desk's ring holds the content key alone.
        var intakeKeys = KeyFolder.Load(settings.KeysPath, content: true, addressAndLookup: true, mayCreate: settings.IsDevelopment);
        var deskKeys = KeyFolder.Load(settings.KeysPath, content: true, addressAndLookup: false, mayCreate: false);
        var checkpoints = KillingCheckpoints.Read(Startup.ReadConfiguration(), settings.IsDevelopment);
        await Databases.MigrateAsync(settings, cancellationToken);

        var transport = new SharedTransport();
        var publicSide = PublicSide.Build(settings, intakeKeys, transport, checkpoints);
        var deskSide = DeskSide.Build(settings, deskKeys, publicSide.Services.GetServices<IEventConsumer>(), checkpoints);
        transport.Connect(deskSide.Services.GetRequiredService<IEventTransport>());

        var node = new Node(publicSide, deskSide);
        try
        {
            // Before anything starts, so that a wrong setting is one line and not a failed start with its stack.
            publicSide.Services.GetService<IStartupValidator>()?.Validate();
            deskSide.Services.GetService<IStartupValidator>()?.Validate();
            var demo = settings.IsDevelopment ? await DemoStaff.EnsureAsync(deskSide.Services, settings, cancellationToken) : null;
            await deskSide.StartAsync(cancellationToken);
            await publicSide.StartAsync(cancellationToken);
            Greeting.Print(settings, publicSide, deskSide, demo);
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }

        return node;
    }

    /// <summary>Until a signal to stop, or one side stops by itself.</summary>
    public async Task RunUntilStoppedAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(publicSide.WaitForShutdownAsync(cancellationToken), deskSide.WaitForShutdownAsync(cancellationToken));
        await publicSide.StopAsync(CancellationToken.None);
        await deskSide.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await publicSide.DisposeAsync();
        await deskSide.DisposeAsync();
    }
}
