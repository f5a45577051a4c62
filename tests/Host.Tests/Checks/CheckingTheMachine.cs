using Microsoft.Extensions.Configuration;
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
        var findings = await DiskCheck.OfData(Settings, _ => (free, total)).FindAsync(CancellationToken.None);
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

    [Fact]
    public async Task The_folder_of_files_lies_elsewhere_and_is_missing_not_to_be_written_to_or_nearly_full()
    {
        Assert.Contains("there is no folder", Assert.Single(await FindEvidenceAsync(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()))).Problem, StringComparison.Ordinal);
        Assert.Contains("GB are free", Assert.Single(await FindEvidenceAsync(Path.GetTempPath(), free: 1)).Problem, StringComparison.Ordinal);
        Assert.Empty(await FindEvidenceAsync(Path.GetTempPath()));
        if (Directory.Exists("/proc"))
        {
            var finding = Assert.Single(await FindEvidenceAsync("/proc"));
            Assert.Equal("Senim__Evidence__Path", finding.About);
            Assert.Contains("cannot be written to", finding.Problem, StringComparison.Ordinal);
            Assert.Empty(await FindEvidenceAsync("/proc", roles: NodeRoles.Desk));
        }
    }

    [Theory]
    [InlineData("", NodeRoles.Intake)]
    [InlineData("/nowhere", NodeRoles.Routing)]
    public void The_folder_of_files_is_not_looked_at_where_it_is_the_data_s_or_nobody_needs_it(string folder, NodeRoles roles) =>
        Assert.Null(Evidence(folder, roles, _ => (1, 1)));

    [Fact]
    public async Task The_line_of_a_missing_folder_of_files_is_printed()
    {
        Node["Senim:Evidence:Path"] = "/nowhere/at/all";
        await AssertLineAsync("Senim__Evidence__Path: there is no folder", "share it.");
    }

    private Task<IReadOnlyList<Finding>> FindEvidenceAsync(string folder, long free = 100 * Gigabyte, NodeRoles roles = NodeRoles.Intake) =>
        Evidence(folder, roles, _ => (free, 100 * Gigabyte))!.FindAsync(CancellationToken.None);

    private DiskCheck? Evidence(string folder, NodeRoles roles, Func<string, (long Free, long Total)> measure) => DiskCheck.OfEvidence(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Senim:Evidence:Path"] = folder }).Build(), Settings with { Roles = roles }, measure);

    private NodeSettings Settings => NodeSettings.Read(Node.Configuration, isDevelopment: false);

    private Task<IReadOnlyList<Finding>> FindAsync(string folder) =>
        DiskCheck.OfData(Settings with { DataPath = folder }, DiskCheck.Measure).FindAsync(CancellationToken.None);
}
