using System.Diagnostics;
using System.Globalization;

namespace Senim.EndToEnd.Tests.Speed;

/// <summary>The benchmark itself: that every server is driven, answers, and is counted. How fast they are is not for a test to say.</summary>
public sealed class TheBenchmark
{
    private static readonly string[] Subjects =
        ["senim telegram", "baseline same calls", "senim sms", "baseline response", "baseline response (json)", "bare kestrel"];

    [Fact]
    public async Task Every_server_answers_all_that_it_is_asked()
    {
        var (code, lines) = await RunAsync("turns", "--conversations", "3", "--seconds", "1", "--warm", "1", "--rounds", "1");

        Assert.True(code == 0, string.Join(Environment.NewLine, lines));
        Assert.Contains(lines, line => line.StartsWith("Senim makes ", StringComparison.Ordinal));
        foreach (var subject in Subjects)
        {
            var line = Assert.Single(lines, line => line.StartsWith(subject.PadRight(24) + " ", StringComparison.Ordinal));
            var figures = line[24..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(8, figures.Count);
            Assert.True(figures[0] > 0, line);
            Assert.True(figures[1] <= figures[2] && figures[2] <= figures[3], line);
            Assert.Equal(0, figures[7]);
        }
    }

    [Fact]
    public async Task Danger_behind_a_full_outbox_comes_to_its_queue_and_nobody_is_refused_but_the_forger()
    {
        var (_, lines) = await RunAsync("flood", "--waiting", "2000", "--danger", "10", "--seconds", "3", "--warm", "2", "--conversations", "4");

        var all = string.Join(Environment.NewLine, lines);
        var waited = Assert.Single(lines, line => line.Contains(" events waiting, ", StringComparison.Ordinal));
        Assert.InRange(int.Parse(waited.Split(' ')[0], CultureInfo.InvariantCulture), 1_000, 10_000);
        var danger = Assert.Single(lines, line => line.StartsWith("10 messages of danger in a queue: ", StringComparison.Ordinal));
        Assert.InRange(double.Parse(danger.Split(' ')[^2], CultureInfo.InvariantCulture), 0, 30);
        foreach (var bar in (string[])["answers that were not 2xx, none", "genuine answers that were not 2xx, none", "forged posts that were taken, none"])
            Assert.True(lines.Any(line => line.StartsWith("  met ", StringComparison.Ordinal) && line.EndsWith($"0  {bar}", StringComparison.Ordinal)), all);
    }

    private static async Task<(int Code, IReadOnlyList<string> Lines)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Senim.Benchmarks.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, [.. output.Split('\n'), .. (await error).Split('\n')]);
    }
}
