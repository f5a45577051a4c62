using System.Text;
using System.Text.RegularExpressions;
using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Email;

namespace Senim.Routing.Tests.Alerts;

public sealed partial class SendingMail : IAsyncLifetime
{
    private readonly MailServer server = new();
    private AlertBench bench = null!;

    public async Task InitializeAsync()
    {
        bench = await AlertBench.StartAsync(
            new FakeCarrier(AlertWay.Sms),
            ("Senim:Alerts:Smtp:Host", "127.0.0.1"),
            ("Senim:Alerts:Smtp:Port", $"{server.Port}"),
            ("Senim:Alerts:Smtp:User", "senim"),
            ("Senim:Alerts:Smtp:Password", "secret"),
            ("Senim:Alerts:Smtp:From", "alerts@senim.example.kz"),
            ("Senim:Alerts:Smtp:Operator", "operator@senim.example.kz"));
        await bench.ConfirmAsync(AlertWay.Email);
    }

    public async Task DisposeAsync()
    {
        await bench.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_says_in_the_readers_language_that_a_case_waits_and_where()
    {
        var id = await bench.AlertAsync();

        await SweepAsync();

        var mail = Assert.Single(server.Mails);
        Assert.Contains("To: aigul@example.kz\r\n", mail, StringComparison.Ordinal);
        Assert.Equal("Senim: ждёт случай. Экстренно.", SubjectOf(mail));
        Assert.Equal(
            ["Senim: ждёт случай. Экстренно.", $"Случай {bench.Item.Reference}", $"http://127.0.0.1:5081/queue/{bench.Item.Id}", $"Оповещение {id}"],
            BodyOf(mail).Split("\r\n"));
        Assert.Equal(AlertStatus.Sent, (await bench.RowAsync()).Status);
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", AlertStatus.Dead, "smtp-550")]
    [InlineData("RCPT", "450 later", AlertStatus.Pending, "smtp-450")]
    [InlineData("DATA", "554 no", AlertStatus.Dead, "smtp-554")]
    [InlineData("AUTH", "535 wrong", AlertStatus.Pending, "smtp-535")]
    [InlineData("MAIL", "550 not you", AlertStatus.Pending, "smtp-550")]
    public async Task What_the_server_says_of_the_reader_ends_it_and_what_it_says_of_us_is_tried_again(string command, string answer, AlertStatus status, string failure)
    {
        server.Refusals[command] = answer;
        await bench.AlertAsync();

        await SweepAsync();

        var row = await bench.RowAsync();
        Assert.Equal((status, failure), (row.Status, row.Failure));
    }

    [Fact]
    public async Task A_server_that_is_away_gets_it_when_it_is_back()
    {
        await server.DisposeAsync();
        await bench.AlertAsync();

        await SweepAsync();

        Assert.Equal((AlertStatus.Pending, "smtp-ConnectionRefused"), ((await bench.RowAsync()).Status, (await bench.RowAsync()).Failure));
    }

    [Fact]
    public async Task The_operator_is_told_at_the_address_of_the_settings()
    {
        await bench.AlertAsync(AlertKind.Operator, toOperator: true);

        await SweepAsync();

        Assert.Contains(server.Commands, command => command == "RCPT TO:<operator@senim.example.kz>");
    }

    [Fact]
    public async Task A_test_goes_to_an_address_that_is_not_confirmed_and_tells_how_to_confirm_it()
    {
        var id = await bench.AlertAsync(AlertKind.Test, withItem: false, only: AlertWay.Email);

        await SweepAsync();

        Assert.Contains($"Код {id}", BodyOf(Assert.Single(server.Mails)), StringComparison.Ordinal);
    }

    private Task SweepAsync() => bench.Lane(bench.Routing.Get<EmailCarrier>()).SweepAsync(CancellationToken.None);

    private static string SubjectOf(string mail) => string.Concat(
        Words().Matches(mail).Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value))));

    private static string BodyOf(string mail) => Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=")]
    private static partial Regex Words();
}
