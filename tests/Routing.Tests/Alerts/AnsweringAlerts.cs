using Senim.Routing.Alerts;
using Senim.Routing.Alerts.Account;
using Senim.Routing.Alerts.Answering;
using Senim.Routing.Departments;
using Senim.Routing.Queues;

namespace Senim.Routing.Tests.Alerts;

public sealed class AnsweringAlerts : IAsyncLifetime
{
    private AlertBench bench = null!;

    private IAlertAnswers Answers => bench.Routing.Get<IAlertAnswers>();

    private IAlertAccount Account => bench.Routing.Get<IAlertAccount>();

    public async Task InitializeAsync() => bench = await AlertBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Whoever_answers_has_the_case_and_is_not_asked_again_by_any_way()
    {
        await bench.ConfirmAsync(AlertWay.Email);
        var id = await bench.AlertAsync();
        Assert.Equal(id, Assert.Single(await OpenAsync()).AlertId);

        var answer = await AnswerAsync(id);

        Assert.Equal(new AlertAnswer.Done(AlertKind.Emergency, bench.Item.Id), answer);
        Assert.All(await bench.RowsAsync(), row => Assert.Equal((AlertStatus.Acknowledged, bench.Clock.GetUtcNow().UtcDateTime), (row.Status, row.AcknowledgedUtc)));
        Assert.Empty(await OpenAsync());
        await using var db = await bench.Routing.OpenDbAsync();
        Assert.Equal(bench.Officer, (await db.Items.FindAsync(bench.Item.Id))!.AcknowledgedBy);
        Assert.NotNull(await bench.Routing.Get<IAlertBook>().AcknowledgedAtAsync(db, bench.Item.Id, bench.Item.StepRound, CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_who_answer_the_second_hears_who_was_first()
    {
        var id = await bench.AlertAsync();
        await bench.Routing.Desk.AcknowledgeAsync(RoutingBench.OfficerOfTaraz, bench.Item.Id, CancellationToken.None);

        Assert.IsType<AlertAnswer.AlreadyTaken>(await AnswerAsync(id));
        Assert.Empty(await OpenAsync());
    }

    [Fact]
    public async Task An_alert_of_somebody_else_is_unknown()
    {
        var id = await bench.AlertAsync();

        Assert.IsType<AlertAnswer.Unknown>(await Answers.AcknowledgeAsync("somebody", id, AlertWay.Desk, CancellationToken.None));
        Assert.Empty(await Answers.ListOpenAsync("somebody", AlertWay.Desk, CancellationToken.None));
    }

    [Fact]
    public async Task Answering_a_test_by_its_way_confirms_the_way()
    {
        Assert.True(await Account.SetAsync(bench.Officer, AlertWay.Email, " aigul@example.kz ", CancellationToken.None));
        await Account.TestAsync(bench.Officer, AlertWay.Email, CancellationToken.None);
        var code = (await bench.RowAsync()).AlertId;

        Assert.False(await Account.ConfirmAsync(bench.Officer, AlertWay.Email, "00000000", CancellationToken.None));
        Assert.True(await Account.ConfirmAsync(bench.Officer, AlertWay.Email, code, CancellationToken.None));

        Assert.Equal(new MyWay(AlertWay.Email, "aigul@example.kz", true, false), (await Account.ListAsync(bench.Officer, CancellationToken.None)).Single(way => way.Way == AlertWay.Email));
    }

    [Fact]
    public async Task The_code_of_an_earlier_address_confirms_nothing_about_the_next()
    {
        await Account.SetAsync(bench.Officer, AlertWay.Email, "aigul@example.kz", CancellationToken.None);
        await Account.TestAsync(bench.Officer, AlertWay.Email, CancellationToken.None);
        var code = (await bench.RowAsync()).AlertId;
        await Account.SetAsync(bench.Officer, AlertWay.Email, "other@example.kz", CancellationToken.None);

        Assert.False(await Account.ConfirmAsync(bench.Officer, AlertWay.Email, code, CancellationToken.None));
        Assert.IsType<AlertAnswer.Done>(await Answers.AcknowledgeAsync(bench.Officer, code, AlertWay.Email, CancellationToken.None));
        Assert.False((await Account.ListAsync(bench.Officer, CancellationToken.None)).Single(way => way.Way == AlertWay.Email).IsConfirmed);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_does_not_help_until_the_next_test()
    {
        await Account.SetAsync(bench.Officer, AlertWay.Email, "aigul@example.kz", CancellationToken.None);
        await Account.TestAsync(bench.Officer, AlertWay.Email, CancellationToken.None);
        for (var i = 0; i < 5; i++)
            await Account.ConfirmAsync(bench.Officer, AlertWay.Email, "wrong", CancellationToken.None);

        Assert.False(await Account.ConfirmAsync(bench.Officer, AlertWay.Email, (await bench.RowAsync()).AlertId, CancellationToken.None));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Account.TestAsync(bench.Officer, AlertWay.Email, CancellationToken.None);
        Assert.True(await Account.ConfirmAsync(bench.Officer, AlertWay.Email, (await bench.RowsAsync(AlertWay.Email))[^1].AlertId, CancellationToken.None));
    }

    [Fact]
    public async Task Pressing_test_again_at_once_sends_no_second_one()
    {
        await Account.SetAsync(bench.Officer, AlertWay.Email, "aigul@example.kz", CancellationToken.None);

        await Account.TestAsync(bench.Officer, AlertWay.Email, CancellationToken.None);
        await Account.TestAsync(bench.Officer, AlertWay.Email, CancellationToken.None);

        await bench.RowAsync();
    }

    [Theory]
    [InlineData(AlertWay.Email, "no address", null)]
    [InlineData(AlertWay.Email, "a@b.kz\r\nRCPT TO:<c@d.kz>", null)]
    [InlineData(AlertWay.Email, "a@b.kz", "a@b.kz")]
    [InlineData(AlertWay.Sms, "8 (701) 000-00-01", "+77010000001")]
    [InlineData(AlertWay.Sms, "+7 701 000 00 01", "+77010000001")]
    [InlineData(AlertWay.Sms, "112", null)]
    [InlineData(AlertWay.StaffBot, "123456", null)]
    public void Addresses_are_kept_in_one_form(AlertWay way, string written, string? kept) => Assert.Equal(kept, AlertAddressForms.Read(way, written));

    [Fact]
    public async Task What_was_given_up_is_seen_by_those_whom_it_concerns_and_can_be_sent_again()
    {
        await bench.ConfirmAsync(AlertWay.Email);
        await bench.AlertAsync();
        bench.Carrier.Says(new Senim.Routing.Alerts.Sending.Delivery.Refused("smtp-550"));
        await bench.Lane().SweepAsync(CancellationToken.None);
        var dead = bench.Routing.Get<IDeadAlerts>();

        foreach (var scope in new[] { bench.Scope, RoutingBench.LeadOfZhambyl, RoutingBench.NationalDesk })
            Assert.Equal("Айгүл Сейітова", Assert.Single(await dead.ListAsync(scope, CancellationToken.None)).Name);
        var id = Assert.Single(await dead.ListAsync(bench.Scope, CancellationToken.None)).Id;
        Assert.Empty(await dead.ListAsync(RoutingBench.OfficerOfAlmaly, CancellationToken.None));
        Assert.False(await dead.SendAgainAsync(RoutingBench.OfficerOfAlmaly, id, CancellationToken.None));
        Assert.True(await dead.SendAgainAsync(bench.Scope, id, CancellationToken.None));

        bench.Carrier.Says(new Senim.Routing.Alerts.Sending.Delivery.Sent());
        await bench.Lane().SweepAsync(CancellationToken.None);
        Assert.Equal(AlertStatus.Sent, (await bench.RowAsync()).Status);
    }

    private Task<AlertAnswer> AnswerAsync(string id) => Answers.AcknowledgeAsync(bench.Officer, id, AlertWay.Desk, CancellationToken.None);

    private Task<IReadOnlyList<OpenAlert>> OpenAsync() => Answers.ListOpenAsync(bench.Officer, AlertWay.Desk, CancellationToken.None);
}
