using Microsoft.Extensions.Options;
using Senim.Hosting.Configuration;
using Senim.Intake.Privacy;

namespace Senim.Hosting.Serving;

/// <summary>A running node: a web application for each of its sides, which share only the way of events.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly WebApplication? publicSide;
    private readonly WebApplication? deskSide;

    private Node(WebApplication? publicSide, WebApplication? deskSide)
    {
        this.publicSide = publicSide;
        this.deskSide = deskSide;
    }

    private IEnumerable<WebApplication> Sides => new[] { deskSide, publicSide }.OfType<WebApplication>();

    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static async Task<Node> StartAsync(NodeSettings settings, CancellationToken cancellationToken)
    {
        // Before the keys, which lie in it unless they are told to lie elsewhere.
        Databases.MakeFolder(settings);
        var checkpoints = KillingCheckpoints.Read(Startup.ReadConfiguration(), settings.IsDevelopment);
        var way = new EventWay(settings.HasBrokers);
        var takesIn = settings.Roles.HasFlag(NodeRoles.Intake);

        // In Development missing keys are made; only what takes in reports holds more than the content key.
        var intakeKeys = takesIn ? KeyFolder.Load(settings.KeysPath, content: true, addressAndLookup: true, mayCreate: settings.IsDevelopment) : null;
        var deskKeys = settings.Roles != NodeRoles.Intake
            ? KeyFolder.Load(settings.KeysPath, content: true, addressAndLookup: false, mayCreate: settings.IsDevelopment && !takesIn)
            : null;
        await Databases.MigrateAsync(settings, cancellationToken);

        var node = new Node(
            intakeKeys is null ? null : PublicSide.Build(settings, intakeKeys, way, checkpoints),
            deskKeys is null ? null : DeskSide.Build(settings, deskKeys, way, checkpoints));
        way.Connect(node.Sides.Select(side => side.Services));
        try
        {
            // Before anything starts, so that a wrong setting is one line and not a failed start with its stack.
            foreach (var side in node.Sides)
                side.Services.GetService<IStartupValidator>()?.Validate();
            var demo = settings.IsDevelopment && settings.Roles.HasFlag(NodeRoles.Desk)
                ? await DemoStaff.EnsureAsync(node.deskSide!.Services, settings, cancellationToken)
                : null;
            foreach (var side in node.Sides)
                await side.StartAsync(cancellationToken);
            Greeting.Print(settings, node.publicSide, node.deskSide, demo);
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
        await Task.WhenAny(Sides.Select(side => side.WaitForShutdownAsync(cancellationToken)));

        // Reporters first, so that nothing is taken in that has no way onward.
        foreach (var side in Sides.Reverse())
            await side.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var side in Sides.Reverse())
            await side.DisposeAsync();
    }
}
