using Microsoft.Extensions.Configuration;
using Senim.Hosting.Cli.Checks;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;
using Senim.Intake.Storage;

namespace Senim.Hosting.Tests.SqlServer;

/// <summary>A database without READ_COMMITTED_SNAPSHOT, in which staff who read would hold up turns that are written.</summary>
public sealed class ReadersThatWait
{
    [Fact]
    public async Task Stop_the_start_with_what_to_run()
    {
        var line = (await Assert.ThrowsAsync<SettingException>(() => StartAsync(new SilentServer(hasSnapshots: false)))).Message;
        Assert.Equal($"Senim__Database__ConnectionString: {SqlServerSnapshot.Problem} {SqlServerSnapshot.Fix}", line);
    }

    [Fact]
    public async Task Are_none_with_it_on()
    {
        var server = new SilentServer(hasSnapshots: true);
        await StartAsync(server);
        Assert.Contains(server.Commands.Sent, command => command.CommandText.Contains("CREATE TABLE [QueueItems]", StringComparison.Ordinal));
        Assert.Equal(SqlServerSnapshot.Question, server.Commands.Sent[^1].CommandText.TrimEnd());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_said_by_the_check(bool hasSnapshots)
    {
        var settings = NodeSettings.Read(new ConfigurationBuilder().Build(), isDevelopment: true) with { Database = DatabaseProvider.SqlServer };
        var server = new SilentServer(hasSnapshots);
        var findings = await new DatabaseCheck(new DatabaseKind("intake", _ => server.OpenIntake()), settings).FindAsync(default);
        Assert.Equal(hasSnapshots ? [] : [SqlServerSnapshot.Fix], findings.Where(finding => finding.Problem == SqlServerSnapshot.Problem).Select(finding => finding.Fix));
        Assert.Single(findings, finding => finding.Fix == "Run: senim migrate");
    }

    private static async Task StartAsync(SilentServer server)
    {
        await using var intake = server.OpenIntake();
        await using var routing = server.OpenRouting();
        await ServerMigration.RunAsync(DatabaseProvider.SqlServer, [intake, routing], CancellationToken.None);
    }
}
