using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Senim.FakeBotApi;
using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Account;
using Senim.Routing.Alerts.StaffBot;

namespace Senim.Routing.Tests.Alerts;

public sealed class TheBotOfStaff : IAsyncLifetime
{
    private const long Chat = 7001;
    private const long Stranger = 7002;

    private FakeBotApiServer telegram = null!;
    private AlertBench bench = null!;
    private StaffBotPolling polling = null!;

    public async Task InitializeAsync()
    {
        telegram = await FakeBotApiServer.StartAsync();
        bench = await AlertBench.StartAsync(
            null,
            ("Senim:Alerts:Telegram:Token", telegram.Token),
            ("Senim:Alerts:Telegram:ApiUrl", telegram.BaseUrl),
            ("Senim:Alerts:Telegram:PollSeconds", "1"));
        polling = new StaffBotPolling(
            bench.Routing.Get<StaffBotClient>(),
            bench.Routing.Get<IOptions<StaffBotOptions>>(),
            bench.Routing.Get<StaffBotTalk>(),
            TimeProvider.System,
            NullLogger<StaffBotPolling>.Instance);
        await polling.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await polling.StopAsync(CancellationToken.None);
        polling.Dispose();
        await bench.DisposeAsync();
        await telegram.DisposeAsync();
    }

    [Fact]
    public async Task An_officer_links_a_chat_with_the_code_of_the_desk_and_takes_a_case_by_the_button()
    {
        await LinkAsync();
        await bench.AlertAsync();

        await bench.Lane(bench.Routing.Get<StaffBotCarrier>()).SweepAsync(CancellationToken.None);
        var shown = await telegram.WaitForBotMessageAsync(Chat, message => message.Buttons.Any());
        Assert.Contains(bench.Item.Reference, shown.Text, StringComparison.Ordinal);
        telegram.PressButton(Chat, shown.Id, shown.Button("Беру")!.CallbackData!);

        var after = await telegram.WaitForBotMessageAsync(Chat, message => message.Text?.EndsWith("Случай за вами.", StringComparison.Ordinal) == true);
        Assert.Empty(after.Buttons);
        await using var db = await bench.Routing.OpenDbAsync();
        Assert.Equal(bench.Officer, (await db.Items.FindAsync(bench.Item.Id))!.AcknowledgedBy);
        Assert.Equal(AlertStatus.Acknowledged, (await bench.RowAsync(AlertWay.StaffBot)).Status);
    }

    [Fact]
    public async Task A_stranger_reads_one_neutral_line_whatever_is_written()
    {
        telegram.SendText(Stranger, "/start");
        telegram.SendText(Stranger, "/start ABCDEFGHJK");

        await telegram.WaitUntilAsync(() => telegram.ChatIds.Contains(Stranger) && telegram.Chat(Stranger).BotMessages.Count == 2);
        Assert.All(telegram.Chat(Stranger).BotMessages, message => Assert.Equal("Мұнда ештеңе жоқ.", message.Text));
    }

    [Fact]
    public async Task A_code_works_once_and_for_a_quarter_of_an_hour()
    {
        var code = await LinkAsync();
        telegram.SendText(Stranger, $"/start {code}");
        await telegram.WaitForBotMessageAsync(Stranger, message => message.Text == "Мұнда ештеңе жоқ.");

        var late = await bench.Routing.Get<IAlertAccount>().OfferLinkAsync(bench.Officer, CancellationToken.None);
        bench.Clock.Advance(TimeSpan.FromMinutes(16));
        telegram.SendText(Stranger, $"/start {late}");
        await telegram.WaitUntilAsync(() => telegram.Chat(Stranger).BotMessages.Count == 2);

        Assert.Equal("Мұнда ештеңе жоқ.", telegram.Chat(Stranger).LastBotMessage!.Text);
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_is_not_tried_there_again()
    {
        await LinkAsync();
        await bench.AlertAsync();
        telegram.BlockBot(Chat);

        await bench.Lane(bench.Routing.Get<StaffBotCarrier>()).SweepAsync(CancellationToken.None);

        Assert.Equal((AlertStatus.Dead, "telegram-403"), ((await bench.RowAsync(AlertWay.StaffBot)).Status, (await bench.RowAsync(AlertWay.StaffBot)).Failure));
    }

    [Theory]
    [InlineData("no-token", "")]
    [InlineData("1:a", "1:a")]
    public async Task A_wrong_token_is_named_and_not_repeated(string token, string publicToken)
    {
        await using var wrong = await RoutingBench.StartAsync([("Senim:Alerts:Telegram:Token", token), ("Senim:Telegram:Token", publicToken)]);

        var error = Assert.Throws<OptionsValidationException>(() => wrong.Get<IOptions<StaffBotOptions>>().Value);

        Assert.StartsWith("Senim__Alerts__Telegram__Token: ", Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(token, error.Message, StringComparison.Ordinal);
    }

    private async Task<string> LinkAsync()
    {
        var code = await bench.Routing.Get<IAlertAccount>().OfferLinkAsync(bench.Officer, CancellationToken.None);
        telegram.SendText(Chat, $"/start {code}");
        await telegram.WaitForBotMessageAsync(Chat, message => message.Text == "Теперь оповещения будут приходить сюда.");
        return code;
    }
}
