using System.Globalization;
using Senim.Benchmarks.Load;
using Senim.Benchmarks.Peers;
using Senim.Benchmarks.Processes;

namespace Senim.Benchmarks.Reports;

/// <summary>The service alone under load, for a profiler to be attached to.</summary>
internal static class DriveReport
{
    public static async Task<int> RunAsync(bool isSms, int conversations, TimeSpan warm, TimeSpan measure)
    {
        using var api = new LeanApi();
        await using var senim = await Servers.SenimAsync(api.Url);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"process {senim.Id}"));
        IScript script = isSms ? new SmsScript(Servers.SmsWebhook(senim.Port)) : new TelegramScript();
        var measured = await new Driver(script, senim.Port).RunAsync(conversations, warm, measure, () => senim.Cpu);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{measured.PerSecond:0} turns/s, p50 {measured.P50:0.0} ms, p99 {measured.P99:0.0} ms, {measured.PerCpuSecond:0} turns/CPU s, {senim.Megabytes:0} MB, {measured.Refused} not 2xx"));
        return measured.Refused == 0 ? 0 : 1;
    }
}
