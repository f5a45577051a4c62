using System.Net;
using Senim.Desk.Tests.World;
using Senim.Intake.Triage;
using Senim.Routing.Queues;

namespace Senim.Desk.Tests.Pages;

public sealed class SeeingOnlyTheOwn : DeskTest
{
    private QueueLine temirtau = null!;
    private QueueLine balkhash = null!;
    private QueueLine semey = null!;

    [Theory]
    [InlineData("temirtau", true, false, false)]
    [InlineData("balkhash", false, true, false)]
    [InlineData("karaganda", true, true, false)]
    [InlineData("semey", false, false, true)]
    [InlineData("national", true, true, true)]
    public async Task The_list_and_its_counts_end_at_the_scope(string staff, bool seesTemirtau, bool seesBalkhash, bool seesSemey)
    {
        await SeedAsync();
        using var client = await Desk.SignInAsync(staff);

        var page = await client.ReadAsync("/queue");

        Assert.Equal(seesTemirtau, page.Contains(temirtau.Reference, StringComparison.Ordinal));
        Assert.Equal(seesBalkhash, page.Contains(balkhash.Reference, StringComparison.Ordinal));
        Assert.Equal(seesSemey, page.Contains(semey.Reference, StringComparison.Ordinal));
        var seen = new[] { seesTemirtau, seesBalkhash, seesSemey }.Count(sees => sees);
        Assert.Contains($"<title>({seen}) Senim</title>", page, StringComparison.Ordinal);
        Assert.Contains($"<span>Open</span> <strong>{seen}</strong>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_unit_s_item_and_an_absent_one_answer_alike()
    {
        await SeedAsync();
        using var client = await Desk.SignInAsync("temirtau");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/queue/{temirtau.ItemId}")).StatusCode);

        var other = await client.GetAsync($"/queue/{balkhash.ItemId}");
        var absent = await client.GetAsync($"/queue/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        Assert.Equal(await PlainAsync(other), await PlainAsync(absent));
    }

    [Fact]
    public async Task Another_unit_s_item_cannot_be_taken()
    {
        await SeedAsync();
        using var client = await Desk.SignInAsync("temirtau");

        var other = await client.SubmitAsync("/queue", $"/queue/{balkhash.ItemId}/acknowledge");
        var absent = await client.SubmitAsync("/queue", $"/queue/{Guid.NewGuid()}/acknowledge");

        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.Equal(await PlainAsync(other), await PlainAsync(absent));
        using var owner = await Desk.SignInAsync("balkhash");
        Assert.Contains("id=\"take\"", await owner.ReadAsync($"/queue/{balkhash.ItemId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_without_a_place_waits_at_the_national_desk()
    {
        var nowhere = await World.SignalAsync(place: null, urgency: Urgency.Urgent);
        using var national = await Desk.SignInAsync("national");
        using var lead = await Desk.SignInAsync("karaganda");

        Assert.Contains(nowhere.Reference, await national.ReadAsync("/queue"), StringComparison.Ordinal);
        Assert.DoesNotContain(nowhere.Reference, await lead.ReadAsync("/queue"), StringComparison.Ordinal);
    }

    private async Task SeedAsync()
    {
        temirtau = await World.SignalAsync(Units.Temirtau);
        balkhash = await World.SignalAsync(Units.Balkhash);
        semey = await World.SignalAsync(Units.Semey);
    }

    /// <summary>The page without the token and the address asked for.</summary>
    private static async Task<string> PlainAsync(HttpResponseMessage answer) =>
        string.Join('\n', (await answer.Content.ReadAsStringAsync()).Split('\n')
            .Where(line => !line.Contains("__RequestVerificationToken", StringComparison.Ordinal) && !line.Contains("name=\"next\"", StringComparison.Ordinal)));
}
