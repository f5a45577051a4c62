using Senim.Hosting.Cli.Checks;
using Senim.Hosting.Configuration;
using Senim.Intake.Checkups;

namespace Senim.Hosting.Tests.Checks;

/// <summary>Clock and disk.</summary>
public sealed class CheckingTheMachine : CheckedNodeTests
{
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData(60, "s ahead.")]
    [InlineData(-60, "s behind.")]
    public async Task The_clock_is_off(int seconds, string said)
    {
        Node.ClockOff = TimeSpan.FromSeconds(seconds);
        await AssertLineAsync("Clock: this machine is ", said);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-3)]
    public async Task The_clock_is_hardly_off(int seconds)
    {
        Node.ClockOff = TimeSpan.FromSeconds(seconds);
        Assert.Equal(0, (await Node.CheckAsync()).ExitCode);
    }

    [Theory]
    [InlineData(Gigabyte - 1, 2 * Gigabyte, true)]
    [InlineData(Gigabyte, 2 * Gigabyte, false)]
    [InlineData(9 * Gigabyte, 100 * Gigabyte, true)]
    [InlineData(10 * Gigabyte, 100 * Gigabyte, false)]
    public async Task The_disk_is_nearly_full(long free, long total, bool isSaid)
    {
        var findings = await new DiskCheck(Settings, _ => (free, total)).FindAsync(CancellationToken.None);
        Assert.Equal(isSaid ? 1 : 0, findings.Count);
        Assert.All(findings, finding => Assert.Contains("GB are free", finding.Problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_folder_is_missing() => Assert.Contains(
        "there is no folder",
        Assert.Single(await FindAsync(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()))).Problem,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_folder_cannot_be_written_to()
    {
        if (Directory.Exists("/proc"))
            Assert.Contains("cannot be written to", Assert.Single(await FindAsync("/proc")).Problem, StringComparison.Ordinal);
    }

    private NodeSettings Settings => NodeSettings.Read(Node.Configuration, isDevelopment: false);

    private Task<IReadOnlyList<Finding>> FindAsync(string folder) =>
        new DiskCheck(Settings with { DataPath = folder }, DiskCheck.Measure).FindAsync(CancellationToken.None);
}
