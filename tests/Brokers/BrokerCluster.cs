using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Senim.Brokers;

/// <summary>The cluster of brokers that the environment names; each test has a virtual host of its own.</summary>
internal static class BrokerCluster
{
    private const string Variable = "SENIM_TEST_RABBITMQ";

    /// <summary>Why there is none; null when there is.</summary>
    public static string? Missing { get; } =
        string.IsNullOrEmpty(Uris) ? $"{Variable} holds no URIs of brokers (tests/Brokers/rabbitmq.sh start prints them)." : null;

    private static string? Uris => Environment.GetEnvironmentVariable(Variable);

    /// <summary>Nothing is in it yet.</summary>
    /// <returns>The URIs of a new virtual host, comma-separated.</returns>
    public static async Task<string> MakeHostAsync(string name)
    {
        await RunAsync("vhost", name);
        return string.Join(',', Uris!.Split(',').Select(uri => $"{uri}/{name}"));
    }

    public static Uri First(string host) => new($"{Uris!.Split(',')[0]}/{host}");

    public static Task KillAsync(int node) => RunAsync("kill", node.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Task ReviveAsync(int node) => RunAsync("revive", node.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static async Task<int> LeaderAsync(string host, string queue) =>
        int.Parse(await RunAsync("leader", host, queue), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Script(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? said.Trim()
            : throw new InvalidOperationException($"{arguments[0]} failed: {await process.StandardError.ReadToEndAsync()}");
    }

    private static string Script([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "rabbitmq.sh"));
}
