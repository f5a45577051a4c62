using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;
using Senim.Intake.Checkpoints;
using Senim.Intake.Privacy;

namespace Senim.Hosting.Tests.Deploy;

/// <summary>The proxy passes on what the public side has, and nothing else.</summary>
public sealed partial class TheProxy : IAsyncLifetime
{
    /// <summary>For those who watch the node from inside.</summary>
    private const string Health = "/health/";

    private readonly string folder = Directory.CreateTempSubdirectory("senim-proxy-").FullName;
    private WebApplication publicSide = null!;

    public Task InitializeAsync()
    {
        var settings = NodeSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Senim:DataPath"] = folder }).Build(),
            isDevelopment: true);
        var keys = KeyFolder.Load(settings.KeysPath, content: true, addressAndLookup: true, mayCreate: true);
        publicSide = PublicSide.Build(settings, keys, new EventWay(hasBrokers: false), new OpenCheckpoints());
        return Task.CompletedTask;
    }

    [Fact]
    public void Whatever_it_passes_on_is_there() => Assert.All(
        Passed(), path => Assert.Contains(Endpoints(), endpoint => Fits(path, endpoint)));

    [Fact]
    public void Whatever_reporters_and_providers_need_is_passed_on() => Assert.All(
        Endpoints().Where(endpoint => !endpoint.StartsWith(Health, StringComparison.Ordinal)),
        endpoint => Assert.Contains(Passed(), path => Fits(path, endpoint)));

    [Fact]
    public void What_tells_how_the_node_is_stays_inside() => Assert.DoesNotContain(
        Endpoints().Where(endpoint => endpoint.StartsWith(Health, StringComparison.Ordinal)),
        endpoint => Passed().Any(path => Fits(path, endpoint)));

    public async Task DisposeAsync()
    {
        await publicSide.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>With <c>*</c> for any text.</summary>
    private static List<string> Passed() =>
        [.. PathLine().Matches(DeployFolder.Read("caddy/Caddyfile")).SelectMany(match => match.Groups["paths"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Paths with a word in place of each parameter.</summary>
    private List<string> Endpoints() =>
    [
        .. ((IEndpointRouteBuilder)publicSide).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "x"))
            .Distinct(),
    ];

    private static bool Fits(string path, string endpoint) =>
        Regex.IsMatch(endpoint, $"^{Regex.Escape(path).Replace("\\*", ".*", StringComparison.Ordinal)}$");

    [GeneratedRegex(@"^\s*(@\w+ )?path (?<paths>.+)$", RegexOptions.Multiline)]
    private static partial Regex PathLine();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
