using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Senim.EndToEnd.Tests.Harness;

/// <summary>The executable as its user runs it: a process of its own, seen through its output and its ports.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string PublicLine = "  chat page  ";
    private const string DeskLine = "  desk       ";
    private const string RoutingLine = "  routing    ";
    private const string DataLine = "  data       ";
    private const string PasswordLine = "Demo sign-in (Development only), password ";

    /// <summary>Far beyond what a start takes on a busy machine; only a process that hangs meets it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A node without a desk has nobody to sign in, so the last that it tells is where its data lies.</summary>
    private readonly bool hasDesk;

    private HostProcess(Process process)
    {
        this.process = process;
        hasDesk = !process.StartInfo.Environment.TryGetValue("Senim__Roles", out var roles) || roles!.Contains("desk", StringComparison.Ordinal);
    }

    public Uri PublicUrl { get; private set; } = new("about:blank");

    public Uri DeskUrl { get; private set; } = new("about:blank");

    /// <summary>Of every demo account.</summary>
    public string DemoPassword { get; private set; } = "";

    public IReadOnlyCollection<string> Output => output;

    public IReadOnlyCollection<string> Errors => errors;

    public bool HasExited => process.HasExited;

    /// <summary>The executable beside the tests, which a reference to its project has put there.</summary>
    public static string Executable { get; } = Path.Combine(AppContext.BaseDirectory, "senim.dll");

    /// <summary>Returns once both sides listen.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; tells what it said.</exception>
    public static async Task<HostProcess> StartAsync(HostSettings settings)
    {
        var host = Launch(settings);
        await host.WaitUntilListeningAsync();
        return host;
    }

    /// <summary>Does not wait: the process may be meant to end before it listens for long.</summary>
    public static HostProcess Launch(HostSettings settings, params string[] arguments)
    {
        // A process that is to meet a full disk must be told so by an error; left alone, the signal of the limit would end it.
        var start = new ProcessStartInfo(settings.MeetsFullDisk ? "sh" : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = Path.GetTempPath(),
        };
        string[] wrapper = settings.MeetsFullDisk ? ["-c", "trap '' XFSZ; exec dotnet \"$@\"", "sh"] : [];
        foreach (var argument in (string[])[.. wrapper, Executable, .. arguments])
            start.ArgumentList.Add(argument);
        settings.Apply(start.Environment);
        var host = new HostProcess(new Process { StartInfo = start });
        host.process.OutputDataReceived += (_, line) => host.Read(line.Data);
        host.process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                host.errors.Enqueue(line.Data);
        };
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    /// <summary>One verb, from start to end.</summary>
    public static async Task<CommandResult> RunAsync(HostSettings settings, string[] arguments, string input = "")
    {
        await using var host = Launch(settings, arguments);
        await host.process.StandardInput.WriteAsync(input);
        host.process.StandardInput.Close();
        return new CommandResult(await host.WaitForExitAsync(), [.. host.output], [.. host.errors]);
    }

    public async Task WaitUntilListeningAsync()
    {
        var exited = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, exited, Task.Delay(Patience)) == listening.Task)
            return;
        throw new InvalidOperationException(
            $"The host {(process.HasExited ? $"ended with {process.ExitCode}" : "does not listen")}.{Environment.NewLine}{Tail()}");
    }

    /// <returns>The exit code; 137 (128 and the signal's number) when it was killed.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await signal.WaitForExitAsync();
        return await WaitForExitAsync();
    }

    /// <summary>From now on every write that would make a file longer than a page fails, as on a full disk.</summary>
    public Task FillDiskAsync() => LimitFilesAsync("4096:");

    public Task FreeDiskAsync() => LimitFilesAsync("unlimited:");

    public string Tail() => string.Join(Environment.NewLine, output.TakeLast(60).Concat(errors.TakeLast(20)));

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private async Task LimitFilesAsync(string limit)
    {
        using var limiting = Process.Start("prlimit", ["--pid", process.Id.ToString(), $"--fsize={limit}"]);
        await limiting.WaitForExitAsync();
        if (limiting.ExitCode != 0)
            throw new InvalidOperationException($"The limit could not be set ({limiting.ExitCode}).");
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        if (line.StartsWith(PublicLine, StringComparison.Ordinal))
            PublicUrl = new Uri(line[PublicLine.Length..]);
        else if (line.StartsWith(DeskLine, StringComparison.Ordinal))
            DeskUrl = new Uri(line[DeskLine.Length..]);
        else if (line.StartsWith(RoutingLine, StringComparison.Ordinal))
            DeskUrl = new Uri(line[RoutingLine.Length..]);
        else if (line.StartsWith(PasswordLine, StringComparison.Ordinal))
            (DemoPassword, _) = (line[PasswordLine.Length..], listening.TrySetResult());
        else if (line.StartsWith(DataLine, StringComparison.Ordinal) && !hasDesk)
            listening.TrySetResult();
    }
}

/// <summary>What a verb said, line by line.</summary>
internal sealed record CommandResult(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors);
