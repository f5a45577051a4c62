using System.Text.RegularExpressions;
using Senim.Browser;

namespace Senim.Hosting.Tests.Structure;

/// <summary>Which sources know of the SDKs that may come as packages or as small libraries of the project.</summary>
public sealed partial class TheSdks
{
    private static readonly string[] Readable = [".cs", ".csproj", ".razor", ".json", ".props", ".css", ".js", ".html"];

    /// <summary>Flows, what runs them, and the queues are state machines; nothing else is.</summary>
    private static readonly string[] MachineFolders = ["src/Bots/Conversation/Flows/", "src/Bots/Conversation/Turns/", "src/Routing/Queues/"];

    [Fact]
    public void Production_code_never_mentions_a_shim() =>
        Assert.Empty(Sources("src").Where(file => Shim().IsMatch(File.ReadAllText(file))).Select(Relative));

    [Fact]
    public void State_machines_are_named_in_flows_their_runner_and_queues_alone()
    {
        var users = Sources("src").Where(file => Stateless().IsMatch(File.ReadAllText(file))).Select(Relative).ToList();
        Assert.NotEmpty(users);
        Assert.All(users, file => Assert.Contains(MachineFolders, folder => file.StartsWith(folder, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("using Stateless;", true)]
    [InlineData("global using Stateless.Graph;", true)]
    [InlineData("    private readonly global::Stateless.StateMachine<int, int> machine;", true)]
    [InlineData("// Endpoints are stateless.", false)]
    public void A_use_of_state_machines_is_seen(string line, bool isUse) => Assert.Equal(isUse, Stateless().IsMatch(line));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*", SearchOption.AllDirectories)
            .Where(file => Readable.Contains(Path.GetExtension(file)) && !Relative(file).Split('/').Any(part => part is "bin" or "obj"));

    private static string Relative(string file) => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/');

    [GeneratedRegex(@"\bshims?\b|SDK_SHIMS|SdkSource", RegexOptions.IgnoreCase)]
    private static partial Regex Shim();

    [GeneratedRegex(@"\busing\s+(\w+\s*=\s*)?Stateless\b|\bStateless\.\w")]
    private static partial Regex Stateless();
}
