using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Senim.Hosting.Cli.Checks;
using Senim.Hosting.Configuration;
using Senim.Intake.Checkups;

namespace Senim.Hosting.Tests.Checks;

/// <summary>What stands in front of the service.</summary>
public sealed class CheckingTls
{
    [Fact]
    public async Task In_Production_an_address_without_TLS() => Assert.Contains(
        "is not an https address",
        Assert.Single(await FindAsync("http://127.0.0.1:5080/telegram/webhook")).Problem,
        StringComparison.Ordinal);

    [Fact]
    public async Task In_Development_it_may_be_so() =>
        Assert.Empty(await FindAsync("http://127.0.0.1:5080/telegram/webhook", isDevelopment: true));

    [Fact]
    public async Task Nobody_is_there() => Assert.Contains(
        "127.0.0.1:9 cannot be reached",
        Assert.Single(await FindAsync("https://127.0.0.1:9/telegram/webhook")).Problem,
        StringComparison.Ordinal);

    [Fact]
    public async Task The_certificate_is_nobodys()
    {
        using var certificate = TestCertificates.Make(TimeSpan.FromDays(30));
        await using var proxy = await ServeAsync(certificate);
        Assert.Contains("not trusted", Assert.Single(await FindAsync(proxy.Urls.First())).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(13.2, "ends in 13 days")]
    public async Task The_certificate_ends_soon(double days, string? said)
    {
        using var certificate = TestCertificates.Make(TimeSpan.FromDays(days));
        await using var proxy = await ServeAsync(certificate);
        var found = await FindAsync(proxy.Urls.First(), trust: TestCertificates.Trusting(certificate));
        Assert.Equal(said is null, found.Count == 0);
        Assert.All(found, finding => Assert.Contains(said!, finding.Problem, StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<Finding>> FindAsync(string url, bool isDevelopment = false, X509ChainPolicy? trust = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Senim:Telegram:WebhookUrl"] = url }).Build();
        var settings = NodeSettings.Read(new ConfigurationBuilder().Build(), isDevelopment);
        return new TlsCheck(configuration, settings, TimeProvider.System, trust).FindAsync(CancellationToken.None);
    }

    private static async Task<WebApplication> ServeAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server => server.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }
}
