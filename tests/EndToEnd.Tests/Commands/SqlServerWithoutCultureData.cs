using Senim.EndToEnd.Tests.Harness;

namespace Senim.EndToEnd.Tests.Commands;

/// <summary>SQL Server's client refuses to work without culture data, and a node is built to need none.</summary>
public sealed class SqlServerWithoutCultureData : IDisposable
{
    private const string Variable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    /// <summary>A port on which nobody listens.</summary>
    private const string Connection = "Server=127.0.0.1,1;Database=senim;User Id=senim;Password=word-not-to-be-shown;Connect Timeout=5;ConnectRetryCount=0";

    private readonly HostFolder folder = new();

    private HostSettings Settings => HostSettings.For(folder)
        .With("Senim__Database__Provider", "SqlServer")
        .With("Senim__Database__ConnectionString", Connection)
        .With(Variable, null);

    [Fact]
    public async Task Stops_the_start_with_what_to_set()
    {
        var result = await HostProcess.RunAsync(Settings, []);
        Assert.Equal(2, result.ExitCode);
        AssertSaysWhatToSet(Assert.Single(result.Errors));
    }

    [Fact]
    public async Task Is_said_by_the_check()
    {
        var result = await HostProcess.RunAsync(Settings, ["check"]);
        Assert.Equal(1, result.ExitCode);
        AssertSaysWhatToSet(result.Output[0]);
    }

    [CultureDataFact]
    public async Task Ends_with_the_variable_and_the_client_looks_for_the_server()
    {
        var result = await HostProcess.RunAsync(Settings.With(Variable, "0"), []);
        Assert.Equal(2, result.ExitCode);
        var line = Assert.Single(result.Errors);
        Assert.StartsWith("Senim__Database__ConnectionString: the database cannot be used (SqlException).", line, StringComparison.Ordinal);
        Assert.DoesNotContain("word-not-to-be-shown", line, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static void AssertSaysWhatToSet(string line)
    {
        Assert.StartsWith("Senim__Database__Provider:", line, StringComparison.Ordinal);
        Assert.Contains($"set {Variable}=0", line, StringComparison.Ordinal);
    }
}
