using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Sending;
using Senim.Routing.Alerts.Webhook;

namespace Senim.Routing.Tests.Alerts;

public sealed class TellingOtherSystems : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly List<(string Time, string Signature, byte[] Body)> got = [];
    private HttpStatusCode answer = HttpStatusCode.NoContent;
    private WebApplication server = null!;
    private AlertBench bench = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.MapPost("/hook", async (HttpContext context) =>
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            got.Add((context.Request.Headers["Senim-Timestamp"].ToString(), context.Request.Headers["Senim-Signature"].ToString(), body.ToArray()));
            context.Response.StatusCode = (int)answer;
        });
        await server.StartAsync();
        bench = await AlertBench.StartAsync(
            null,
            ("Senim:Alerts:Webhook:Secret", Secret),
            ("Senim:Alerts:Webhook:Urls", $"{RoutingBench.Taraz}={server.Urls.Single()}/hook, {RoutingBench.Almaly}=https://other.example.kz"));
    }

    public async Task DisposeAsync()
    {
        await bench.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task The_system_of_the_unit_is_told_with_a_signature_that_holds_and_nothing_of_the_case()
    {
        var id = await bench.AlertAsync();

        await bench.Lane(Carrier).SweepAsync(CancellationToken.None);

        var (time, signature, body) = Assert.Single(got);
        var expected = HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.ASCII.GetBytes(time + ".").Concat(body).ToArray());
        Assert.Equal("v1=" + Convert.ToHexStringLower(expected), signature);
        var told = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(body)!;
        Assert.Equal(["alert", "created", "kind", "link", "reference", "unit", "urgency"], told.Keys.Order());
        Assert.Equal((id, "Emergency", RoutingBench.Taraz), (told["alert"].GetString(), told["urgency"].GetString(), told["unit"].GetString()));
        Assert.Equal(AlertStatus.Sent, (await bench.RowAsync(AlertWay.Webhook)).Status);
    }

    [Fact]
    public async Task What_it_refuses_is_told_again_with_the_same_id()
    {
        answer = HttpStatusCode.InternalServerError;
        await bench.AlertAsync();
        await bench.Lane(Carrier).SweepAsync(CancellationToken.None);
        Assert.Equal("http-500", (await bench.RowAsync(AlertWay.Webhook)).Failure);

        answer = HttpStatusCode.OK;
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        await bench.Lane(Carrier).SweepAsync(CancellationToken.None);

        Assert.Equal(2, got.Count);
        Assert.Equal(got[0].Body, got[1].Body);
        Assert.NotEqual(got[0].Signature, got[1].Signature);
    }

    [Theory]
    [InlineData("short", "*=https://example.kz", "Secret")]
    [InlineData(Secret, "Taraz=https://example.kz", "Urls")]
    [InlineData(Secret, "*=http://example.kz", "Urls")]
    [InlineData(Secret, "*=https://a.kz,*=https://b.kz", "Urls")]
    public async Task A_wrong_setting_is_named_and_no_secret_is_repeated(string secret, string urls, string named)
    {
        await using var wrong = await RoutingBench.StartAsync([("Senim:Alerts:Webhook:Secret", secret), ("Senim:Alerts:Webhook:Urls", urls)]);

        var error = Assert.Throws<OptionsValidationException>(() => wrong.Get<IOptions<WebhookOptions>>().Value);

        var fault = Assert.Single(error.Failures);
        Assert.StartsWith($"Senim__Alerts__Webhook__{named}: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("short", fault, StringComparison.Ordinal);
    }

    private WebhookCarrier Carrier => bench.Routing.Get<WebhookCarrier>();
}
