using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Senim.Benchmarks.Processes;

/// <summary>A server in a process of its own, on a folder of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly string folder;

    private ServerProcess(Process process, string folder, int port)
    {
        this.process = process;
        this.folder = folder;
        Port = port;
    }

    public int Port { get; }

    public int Id => process.Id;

    public string Folder => folder;

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    /// <param name="arguments">From port and folder to the arguments of <c>dotnet</c>.</param>
    /// <param name="variables">From port and folder to environment variables.</param>
    /// <param name="live">Path that answers 200 once it is up.</param>
    public static async Task<ServerProcess> StartAsync(
        Func<int, string, string[]> arguments, Func<int, string, IReadOnlyDictionary<string, string>> variables, string live)
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("senim-bench-").FullName;
        var start = new ProcessStartInfo("dotnet", arguments(port, folder)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("Senim__", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in variables(port, folder))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var last = new Queue<string>();
        void Note(object? sender, DataReceivedEventArgs line)
        {
            lock (last)
            {
                last.Enqueue(line.Data ?? "");
                while (last.Count > 20)
                    last.Dequeue();
            }
        }

        process.OutputDataReceived += Note;
        process.ErrorDataReceived += Note;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, folder, port);
        using var http = new HttpClient();
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync(new Uri($"http://127.0.0.1:{port}{live}"))).IsSuccessStatusCode)
                    return server;
            }
            catch (HttpRequestException) when (!process.HasExited && clock.Elapsed < Patience)
            {
                // Not up yet.
            }

            if (process.HasExited || clock.Elapsed > Patience)
            {
                await server.DisposeAsync();
                lock (last)
                    throw new InvalidOperationException($"A server did not start: {string.Join(Environment.NewLine, last)}");
            }
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
