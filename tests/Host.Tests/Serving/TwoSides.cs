using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;
using Senim.Intake.Checkpoints;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;

namespace Senim.Hosting.Tests.Serving;

/// <summary>The public and the desk side are told apart by their port alone; the Host header is the client's to write.</summary>
public sealed class TwoSides : IAsyncLifetime
{
    private static readonly string[] Shared = ["/health/live", "/health/ready"];

    private readonly string folder = Directory.CreateTempSubdirectory("senim-sides-").FullName;
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private WebApplication publicSide = null!;
    private WebApplication deskSide = null!;

    public async Task InitializeAsync()
    {
        var settings = NodeSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Senim:DataPath"] = folder,
                ["Senim:Urls:Public"] = "http://127.0.0.1:0",
                ["Senim:Urls:Desk"] = "http://127.0.0.1:0",
            }).Build(),
            isDevelopment: true);
        var keys = KeyFolder.Load(settings.KeysPath, content: true, addressAndLookup: true, mayCreate: true);
        await Databases.MigrateAsync(settings, CancellationToken.None);
        var way = new EventWay(hasBrokers: false);
        publicSide = PublicSide.Build(settings, keys, way, new OpenCheckpoints());
        deskSide = DeskSide.Build(settings, keys, way, new OpenCheckpoints());
        way.Connect([publicSide.Services, deskSide.Services]);
        await deskSide.StartAsync();
        await publicSide.StartAsync();
    }

    [Fact]
    public Task No_path_of_the_desk_is_on_the_public_port() => AssertAbsentAsync(deskSide, publicSide, "/sign-in", "/queue");

    [Fact]
    public Task No_path_of_the_public_side_is_on_the_desks_port() =>
        AssertAbsentAsync(publicSide, deskSide, "/telegram/webhook", "/v3/directline/conversations");

    [Fact]
    public async Task The_first_page_of_each_side_is_its_own()
    {
        using var chat = await client.GetAsync(Address(publicSide));
        using var desk = await client.GetAsync(Address(deskSide));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (chat.StatusCode, desk.StatusCode));
        Assert.Equal("/sign-in", desk.Headers.Location!.OriginalString.Split('?')[0]);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Both_sides_say_how_they_are(string path)
    {
        foreach (var side in new[] { publicSide, deskSide })
        {
            using var answer = await client.GetAsync(new Uri(Address(side), path));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("https", "wss", true)]
    [InlineData("http", "ws", false)]
    public async Task Behind_a_proxy_that_ends_TLS_streams_and_cookies_are_for_TLS(string scheme, string stream, bool isSecure)
    {
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        var generated = await PostAsync("/v3/directline/tokens/generate");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", generated.GetProperty("token").GetString());
        var started = await PostAsync("/v3/directline/conversations");
        Assert.StartsWith($"{stream}://{Authority(publicSide)}/", started.GetProperty("streamUrl").GetString(), StringComparison.Ordinal);

        using var page = await client.GetAsync(new Uri(Address(deskSide), "/sign-in"));
        var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    public async Task DisposeAsync()
    {
        await publicSide.StopAsync();
        await deskSide.StopAsync();
        await publicSide.DisposeAsync();
        await deskSide.DisposeAsync();
        client.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<JsonElement> PostAsync(string path)
    {
        using var answer = await client.PostAsync(new Uri(Address(publicSide), path), null);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>())!;
    }

    private async Task AssertAbsentAsync(WebApplication from, WebApplication on, params string[] amongThem)
    {
        var own = Endpoints(on).Select(endpoint => endpoint.Path).ToHashSet();
        var foreign = Endpoints(from).Where(endpoint => !own.Contains(endpoint.Path)).ToList();
        Assert.Subset(foreign.Select(endpoint => endpoint.Path).ToHashSet(), amongThem.ToHashSet());
        string[] hosts = [Authority(on), Authority(from), "desk.example.kz", "localhost"];
        foreach (var (method, path) in foreign)
        {
            foreach (var host in hosts)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Address(on), path));
                request.Headers.Host = host;
                request.Headers.TryAddWithoutValidation("X-Forwarded-Host", host);
                if (method is not ("GET" or "HEAD"))
                    request.Content = new StringContent("{}", MediaTypeHeaderValue.Parse("application/json"));
                using var answer = await client.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path} for {host} is {(int)answer.StatusCode}, not 404.");
            }
        }
    }

    /// <summary>Every endpoint with a path of its own: whatever both sides have is checked by what it says, not by being absent.</summary>
    private static List<(string Method, string Path)> Endpoints(WebApplication side) =>
    [
        .. ((IEndpointRouteBuilder)side).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, Fill(endpoint.RoutePattern))))
            .Where(endpoint => endpoint.Item2 != "/" && !Shared.Contains(endpoint.Item2))
            .Distinct(),
    ];

    private static string Fill(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart => Guid.Empty.ToString(),
        _ => throw new InvalidOperationException($"{part.GetType().Name} is not handled."),
    }))));

    private static Uri Address(WebApplication side) => new(side.Urls.First());

    private static string Authority(WebApplication side) => Address(side).Authority;
}
