using System.CommandLine;
using System.Net;
using Senim.Hosting.Configuration;

namespace Senim.Hosting.Cli;

/// <summary><c>ready</c>: whether the node that runs on this machine with these settings takes requests. For containers, which have no other client.</summary>
internal static class ReadyCommand
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var command = new Command("ready", "Ends with 0 when the node that runs here is ready, else with 1.");
        command.SetAction(async (_, cancellation) =>
        {
            var settings = Startup.ReadSettings();
            using var client = new HttpClient { Timeout = LongestWait };
            var isReady = true;
            foreach (var side in new[] { settings.PublicUrl, settings.DeskUrl })
                isReady &= await IsReadyAsync(client, side, cancellation);
            return isReady ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, Uri side, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(OnThisMachine(side), "/health/ready"), cancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
                return true;
            await Console.Error.WriteLineAsync($"{side}: {(int)answer.StatusCode}");
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"{side}: {error.GetType().Name}");
        }

        return false;
    }

    /// <summary>"Every address" is one to listen on, not one to go to.</summary>
    private static Uri OnThisMachine(Uri side) => side.Host switch
    {
        "0.0.0.0" => new UriBuilder(side) { Host = "127.0.0.1" }.Uri,
        "[::]" => new UriBuilder(side) { Host = "[::1]" }.Uri,
        _ => side,
    };
}
