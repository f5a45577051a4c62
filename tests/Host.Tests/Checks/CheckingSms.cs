using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Senim.Bots;
using Senim.Bots.Channels.Sms;
using Senim.FakeTwilio;
using Senim.Hosting.Serving;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Triage;

namespace Senim.Hosting.Tests.Checks;

/// <summary>The hotline, with the service itself behind its public address.</summary>
public sealed class CheckingSms : CheckedNodeTests
{
    private const string SecondToken = "another-token-of-the-account";

    [Fact]
    public async Task All_is_right_and_nothing_is_kept()
    {
        await using var twilio = await FakeTwilioServer.StartAsync();
        await using var service = await ServeAsync(twilio);
        Assert.Empty(await LinesAsync());
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={Node.Intake}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM Deliveries) + (SELECT COUNT(*) FROM Conversations) + (SELECT COUNT(*) FROM Signals)";
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task The_service_runs_with_another_token()
    {
        await using var twilio = await FakeTwilioServer.StartAsync(new FakeTwilioOptions { AuthToken = SecondToken });
        await using var service = await ServeAsync(twilio, startedWithToken: "an-older-token");
        Assert.Contains("refuses what Senim__Sms__AuthToken signs", Assert.Single(await LinesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_knows_the_address_by_other_letters()
    {
        await using var twilio = await FakeTwilioServer.StartAsync();
        await using var service = await ServeAsync(twilio);
        Node["Senim:Sms:WebhookUrl"] = service.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/sms/webhook";
        Assert.Contains("refuses what Senim__Sms__AuthToken signs", Assert.Single(await LinesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_answers()
    {
        await using var twilio = await FakeTwilioServer.StartAsync();
        Use(twilio, twilio.BaseUrl);
        Assert.Contains(" is answered there, and not by this service", Assert.Single(await LinesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_answers()
    {
        await using var twilio = await FakeTwilioServer.StartAsync();
        Use(twilio, "http://127.0.0.1:9");
        Assert.Contains("Senim__Sms__WebhookUrl: cannot be reached", Assert.Single(await LinesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twilio_does_not_take_the_token()
    {
        await using var twilio = await FakeTwilioServer.StartAsync();
        await using var service = await ServeAsync(twilio, startedWithToken: SecondToken);
        Node["Senim:Sms:AuthToken"] = SecondToken;
        var line = Assert.Single(await LinesAsync());
        Assert.Contains("Senim__Sms__AuthToken: Twilio does not accept account and token (20003)", line, StringComparison.Ordinal);
        Assert.DoesNotContain(SecondToken, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twilio_cannot_be_reached()
    {
        await using var twilio = await FakeTwilioServer.StartAsync();
        await using var service = await ServeAsync(twilio);
        Node["Senim:Sms:ApiUrl"] = "http://127.0.0.1:9";
        Assert.Contains("SMS: Twilio's API cannot be reached", Assert.Single(await LinesAsync()), StringComparison.Ordinal);
    }

    /// <summary>Of this channel; that the address has no TLS is true and said elsewhere.</summary>
    private async Task<List<string>> LinesAsync() =>
    [
        .. (await Node.CheckAsync()).Lines.Where(line =>
            (line.StartsWith("Senim__Sms", StringComparison.Ordinal) || line.StartsWith("SMS", StringComparison.Ordinal))
            && !line.Contains("https address", StringComparison.Ordinal)),
    ];

    private void Use(FakeTwilioServer twilio, string address)
    {
        Node["Senim:Sms:AccountSid"] = twilio.AccountSid;
        Node["Senim:Sms:AuthToken"] = twilio.AuthToken;
        Node["Senim:Sms:From"] = twilio.Number;
        Node["Senim:Sms:ApiUrl"] = twilio.BaseUrl;
        Node["Senim:Sms:WebhookUrl"] = address + "/sms/webhook";
    }

    private async Task<WebApplication> ServeAsync(FakeTwilioServer twilio, string? startedWithToken = null)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        Use(twilio, address);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Configuration.AddConfiguration(Node.Configuration);
        if (startedWithToken is not null)
            builder.Configuration["Senim:Sms:AuthToken"] = startedWithToken;
        builder.Services.AddIntake(new IntakeSettings($"Data Source={Node.Intake}", KeyRing.Random())).AddIntakeWriting().AddTriage();
        builder.Services.AddSingleton<IEventTransport, SharedTransport>();
        builder.Services.AddBots();
        builder.Services.AddSmsChannel();
        var service = builder.Build();
        service.MapSms();
        await service.StartAsync();
        return service;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
