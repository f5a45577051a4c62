using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;

namespace Senim.Hosting.Cli;

/// <summary>Serves both sides until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var settings = Startup.ReadSettings();
        try
        {
            await using var node = await Node.StartAsync(settings, cancellationToken);
            await node.RunUntilStoppedAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop before it was up.
        }

        return 0;
    }
}
