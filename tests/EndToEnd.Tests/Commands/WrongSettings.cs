using System.Net;
using System.Net.Sockets;
using Senim.EndToEnd.Tests.Harness;

namespace Senim.EndToEnd.Tests.Commands;

/// <summary>A wrong setting stops the start, and one line names it.</summary>
public sealed class WrongSettings : IDisposable
{
    private const int StartsNot = 2;
    private const string GoodToken = "123456:test-token";
    private readonly HostFolder folder = new();

    public static TheoryData<string, string, string> InDevelopment => new()
    {
        { "Senim__Roles", "Senim__Roles", "intake,kitchen" },
        { "Senim__Roles", "Senim__Roles", "intake" },
        { "Senim__Transport__RabbitMq", "Senim__Transport__RabbitMq", "amqp://guest:guest@127.0.0.1" },
        { "Senim__Urls__Public", "Senim__Urls__Public", "not an address" },
        { "Senim__Urls__Public", "Senim__Urls__Public", "ftp://127.0.0.1" },
        { "Senim__Urls__Desk", "Senim__Urls__Desk", "http://127.0.0.1:5090/desk" },
        { "Senim__Urls__Public", "Senim__Urls__Public", "http://0.0.0.0:5090" },
        { "Senim__Urls__Desk", "Senim__Urls__Desk", "http://desk.example.kz:5091" },
        { "Senim__Database__Provider", "Senim__Database__Provider", "Oracle" },
        { "Senim__Database__ConnectionString", "Senim__Database__Provider", "PostgreSql" },
        { "Senim__DataPath", "Senim__DataPath", "/dev/null/data" },
        { "Senim__Development__KillAt", "Senim__Development__KillAt", "Lunch:1" },
        { "Senim__Telegram__Token", "Senim__Telegram__Token", "a-token-without-a-number" },
        { "Senim__Telegram__ApiUrl", "Senim__Telegram__ApiUrl", "api.example.kz" },
        { "Senim__Telegram__WebhookUrl", "Senim__Telegram__WebhookUrl", "https://bot.example.kz/telegram/webhook" },
        { "Senim__Telegram__WebhookSecret", "Senim__Telegram__WebhookUrl", "http://127.0.0.1:5080/telegram/webhook" },
        { "Senim__Telegram__WebhookSecret", "Senim__Telegram__WebhookSecret", "пароль" },
    };

    [Theory]
    [MemberData(nameof(InDevelopment))]
    public async Task Stops_the_start(string named, string setting, string value)
    {
        var settings = HostSettings.For(folder).With("Senim__Telegram__Token", GoodToken);
        if (setting == "Senim__Telegram__WebhookSecret")
            settings = settings.With("Senim__Telegram__WebhookUrl", "http://127.0.0.1:5080/telegram/webhook");
        await AssertStopsAsync(settings.With(setting, value), named);
    }

    [Fact]
    public Task Keys_that_are_missing_in_Production_are_named() =>
        AssertStopsAsync(HostSettings.For(folder).With("DOTNET_ENVIRONMENT", "Production"), "Senim__Keys__Path", "content.key");

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("c2hvcnQ=")]
    public async Task A_weak_key_is_named(string key)
    {
        Directory.CreateDirectory(folder.Keys);
        await File.WriteAllTextAsync(Path.Combine(folder.Keys, "content.key"), $"1:{key}");
        await AssertStopsAsync(HostSettings.For(folder), "content.key");
    }

    [Fact]
    public async Task A_damaged_database_is_named()
    {
        await File.WriteAllTextAsync(folder.File("intake.db"), new string('x', 8192));
        await AssertStopsAsync(HostSettings.For(folder), "Senim__DataPath");
    }

    [Fact]
    public async Task A_port_that_is_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await AssertStopsAsync(HostSettings.For(folder).With("Senim__Urls__Desk", $"http://127.0.0.1:{port}"), "Senim__Urls", $"{port}");
    }

    [Fact]
    public Task One_address_for_both_sides_is_named() => AssertStopsAsync(
        HostSettings.For(folder).With("Senim__Urls__Public", "http://127.0.0.1:5090").With("Senim__Urls__Desk", "http://127.0.0.1:5090"),
        "Senim__Urls__Desk");

    public void Dispose() => folder.Dispose();

    private static async Task AssertStopsAsync(HostSettings settings, params string[] named)
    {
        var result = await HostProcess.RunAsync(settings, []);
        Assert.Equal(StartsNot, result.ExitCode);
        var line = Assert.Single(result.Errors);
        Assert.All(named, part => Assert.Contains(part, line, StringComparison.Ordinal));
        Assert.DoesNotContain(GoodToken.Split(':')[1], line, StringComparison.Ordinal);
    }
}
