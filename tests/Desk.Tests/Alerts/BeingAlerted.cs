using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Desk.Tests.World;
using Senim.Intake.Triage;
using Senim.Routing.Alerts;

namespace Senim.Desk.Tests.Alerts;

public sealed class BeingAlerted : DeskTest
{
    [Fact]
    public async Task What_is_not_answered_stands_on_every_page_and_answering_it_takes_the_case()
    {
        var line = await World.SignalAsync(urgency: Urgency.Emergency);
        var alert = await AlertAsync("temirtau", line.ItemId);
        using var client = await Desk.SignInAsync("temirtau");

        Assert.All(
            new[] { await client.ReadAsync("/queue"), await client.ReadAsync("/password"), await client.ReadAsync("/alerts/open") },
            page => Assert.Contains($"/alerts/answer/{alert}", page, StringComparison.Ordinal));
        var answer = await client.SubmitAsync("/queue", $"/alerts/answer/{alert}");

        Assert.Equal($"/queue/{line.ItemId}", answer.Headers.Location?.ToString());
        Assert.DoesNotContain("/alerts/answer/", await client.ReadAsync("/queue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_alert_is_neither_shown_nor_answered()
    {
        var line = await World.SignalAsync(urgency: Urgency.Emergency);
        var alert = await AlertAsync("temirtau", line.ItemId);
        using var client = await Desk.SignInAsync("temirtau2");

        Assert.DoesNotContain(alert, await client.ReadAsync("/queue"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitAsync("/queue", $"/alerts/answer/{alert}")).StatusCode);
    }

    [Fact]
    public async Task Pressing_the_button_of_a_test_confirms_the_desk_as_a_way()
    {
        using var client = await Desk.SignInAsync("temirtau");
        await client.SubmitAsync("/alerts", "/alerts/Desk/test");
        var page = await client.ReadAsync("/alerts");
        Assert.Contains("Not confirmed", page, StringComparison.Ordinal);
        await using var db = await World.OpenDbAsync();
        var test = await db.Alerts.SingleAsync();

        await client.SubmitAsync("/alerts", $"/alerts/answer/{test.AlertId}");

        Assert.NotNull((await db.AlertAddresses.SingleAsync()).ConfirmedUtc);
        Assert.DoesNotContain("Not confirmed", await client.ReadAsync("/alerts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_that_was_given_up_is_listed_and_sent_again()
    {
        var line = await World.SignalAsync(urgency: Urgency.Emergency);
        await AlertAsync("temirtau", line.ItemId);
        await using var db = await World.OpenDbAsync();
        await db.Alerts.ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, AlertStatus.Dead).SetProperty(row => row.Failure, "smtp-550"));
        using var lead = await Desk.SignInAsync("karaganda");
        using var stranger = await Desk.SignInAsync("semey");
        var id = (await db.Alerts.AsNoTracking().SingleAsync()).Id;

        Assert.Contains("smtp-550", await lead.ReadAsync("/alerts"), StringComparison.Ordinal);
        Assert.DoesNotContain("smtp-550", await stranger.ReadAsync("/alerts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SubmitAsync("/alerts", $"/alerts/given-up/{id}/again")).StatusCode);
        await lead.SubmitAsync("/alerts", $"/alerts/given-up/{id}/again");

        Assert.Equal(AlertStatus.Pending, (await db.Alerts.AsNoTracking().SingleAsync()).Status);
    }

    private async Task<string> AlertAsync(string name, Guid itemId)
    {
        await using var db = await World.OpenDbAsync();
        var staff = await db.Users.SingleAsync(user => user.UserName == name);
        var item = await db.Items.SingleAsync(known => known.Id == itemId);
        var id = await World.Routing.GetRequiredService<IAlertBook>().AddAsync(db, new NewAlert(AlertKind.Emergency, [staff.Id], item), CancellationToken.None);
        await db.SaveChangesAsync();
        return id;
    }
}
