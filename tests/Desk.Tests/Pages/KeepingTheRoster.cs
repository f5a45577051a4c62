using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Senim.Desk.Tests.World;
using Senim.Intake;
using Senim.Routing.Drills;
using Senim.Routing.Ladder;

namespace Senim.Desk.Tests.Pages;

public sealed partial class KeepingTheRoster : DeskTest
{
    private const string Temirtau = $"/duty/{Units.Temirtau}";

    [Fact]
    public async Task A_lead_makes_a_pattern_with_a_night_names_the_head_and_reads_it_in_the_audit()
    {
        using var lead = await Desk.SignInAsync("karaganda");
        var officer = await IdAsync("temirtau");

        await DoneAsync(lead, "shift", ("staff", officer), ("days", "Friday"), ("days", "Holidays"), ("from", "18:30"), ("to", "09:00"));
        await DoneAsync(lead, "head", ("staff", await IdAsync("temirtau2")));

        var page = await ReadAsync(lead, Temirtau);
        Assert.Contains("<strong>Айгүл Сейітова</strong> Friday, public holidays on weekdays, 18:30–09:00", page, StringComparison.Ordinal);
        Assert.Contains("(ends on the next day)", page, StringComparison.Ordinal);
        Assert.Matches("<dt>Head</dt>\\s*<dd>Марат Ахметов</dd>", page);
        Assert.Contains("shift added: Айгүл Сейітова, Fr-H 18:30-09:00<span class=\"by\">Ольга Ким</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_removed_by_its_own_button()
    {
        using var lead = await Desk.SignInAsync("karaganda");
        await DoneAsync(lead, "shift", ("staff", await IdAsync("temirtau")), ("days", "Friday"), ("from", "09:00"), ("to", "18:00"));
        var id = IdOfLine().Match(await ReadAsync(lead, Temirtau)).Groups["id"].Value;

        await DoneAsync(lead, "shift-remove", ("id", id));

        Assert.DoesNotMatch(IdOfLine(), await ReadAsync(lead, Temirtau));
        Assert.Contains("No pattern has been made.", await ReadAsync(lead, Temirtau), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absence_is_typed_and_shown_in_local_time()
    {
        using var lead = await Desk.SignInAsync("karaganda");

        await DoneAsync(lead, "absence", ("staff", await IdAsync("temirtau")), ("substitute", await IdAsync("temirtau2")), ("from", "2090-01-01T09:00"), ("to", "2090-01-08T18:30"));

        Assert.Contains("01.01.2090 09:00 – 08.01.2090 18:30: Марат Ахметов stands in", await ReadAsync(lead, Temirtau), StringComparison.Ordinal);
        await using var db = await World.OpenDbAsync();
        Assert.Equal(new DateTime(2090, 1, 1, 4, 0, 0, DateTimeKind.Utc), (await db.Absences.SingleAsync()).FromUtc);
    }

    [Theory]
    [InlineData("shift", "Choose at least one day.", "from=09:00", "to=18:00")]
    [InlineData("shift", "A field was left out", "days=Friday", "from=late", "to=18:00")]
    [InlineData("shift", "Choose at least one day.", "days=Someday", "from=09:00", "to=18:00")]
    [InlineData("absence", "The end must lie after the beginning", "from=2090-01-02T09:00", "to=2090-01-01T09:00")]
    [InlineData("absence", "A field was left out", "from=2090-01-02T09:00")]
    [InlineData("nonsense", "A field was left out")]
    public async Task What_is_wrong_with_a_form_is_said_on_the_page(string change, string words, params string[] fields)
    {
        using var lead = await Desk.SignInAsync("karaganda");
        var officer = await IdAsync("temirtau");

        var answer = await lead.SubmitAsync(Temirtau, $"{Temirtau}/{change}", [("staff", officer), .. fields.Select(field => field.Split('=', 2)).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await using var db = await World.OpenDbAsync();
        Assert.False(await db.Audit.AnyAsync());
    }

    [Fact]
    public async Task Units_of_others_are_absent_and_officers_only_look_at_their_own()
    {
        using var lead = await Desk.SignInAsync("karaganda");
        using var officer = await Desk.SignInAsync("temirtau");
        foreach (var (client, path) in new[] { (lead, $"/duty/{Units.Semey}"), (lead, $"/duty?region={Units.AbaiRegion}"), (officer, $"/duty/{Units.Balkhash}"), (officer, "/duty/nowhere") })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);

        Assert.DoesNotContain("<select", await ReadAsync(officer, Temirtau), StringComparison.Ordinal);
        Assert.DoesNotContain(Units.Balkhash, await ReadAsync(officer, "/duty"), StringComparison.Ordinal);
        foreach (var (client, unit) in new[] { (lead, Units.Semey), (officer, Units.Temirtau), (officer, Units.Balkhash) })
            Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitAsync("/duty", $"/duty/{unit}/head", ("staff", ""))).StatusCode);
        await using var db = await World.OpenDbAsync();
        Assert.False(await db.Audit.AnyAsync());
    }

    [Fact]
    public async Task The_national_desk_sees_every_region_and_where_nobody_can_be_alerted()
    {
        using var national = await Desk.SignInAsync("national");

        var page = await ReadAsync(national, "/duty");

        Assert.Contains($"/duty?region={Units.KaragandaRegion}", page, StringComparison.Ordinal);
        Assert.Matches($"/duty/{Units.AbaiRegion}\">[^<]+</a>: nobody there can sign in. Alerted instead: The whole country\\.", page);
        Assert.Contains($"/duty/{Units.Balkhash}", await ReadAsync(national, $"/duty?region={Units.KaragandaRegion}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_division_that_is_closed_and_opened_says_since_when_it_works()
    {
        using var lead = await Desk.SignInAsync("karaganda");
        await DoneAsync(lead, "live", ("live", "false"));
        Assert.Contains("none: signals go to the level above", await ReadAsync(lead, Temirtau), StringComparison.Ordinal);
        await DoneAsync(lead, "live", ("live", "true"));
        Assert.Matches(@"works since \d\d\.\d\d\.\d{4}", await ReadAsync(lead, Temirtau));
    }

    [Fact]
    public async Task A_drill_is_answered_on_the_queue_and_the_lead_sees_how_long_it_took()
    {
        await using (var db = await World.OpenDbAsync())
        {
            db.Add(new DrillRow { Id = Guid.NewGuid(), UnitCode = Units.Temirtau, Week = new DateOnly(2026, 11, 23), BegunUtc = World.Clock.NowUtc().AddMinutes(-7), People = 1 });
            await db.SaveChangesAsync();
        }

        using var officer = await Desk.SignInAsync("temirtau");
        using var other = await Desk.SignInAsync("balkhash");
        using var lead = await Desk.SignInAsync("karaganda");
        Assert.DoesNotContain("This is a drill.", await ReadAsync(other, "/queue"), StringComparison.Ordinal);
        var action = Drill().Match(await ReadAsync(officer, "/queue")).Value;
        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync("/queue", action)).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.SubmitAsync("/queue", action)).StatusCode);

        Assert.DoesNotContain("This is a drill.", await ReadAsync(officer, "/queue"), StringComparison.Ordinal);
        Assert.Matches("answered after 7 min\\s*<span class=\"by\">Айгүл Сейітова</span>", await ReadAsync(lead, Temirtau));
    }

    [Fact]
    public async Task The_history_of_a_case_says_who_was_alerted_and_who_was_passed_over()
    {
        var line = await World.SignalAsync();
        await using (var db = await World.OpenDbAsync())
        {
            var item = await db.Items.SingleAsync();
            item.Climb(LadderLevel.Officer, LadderOutcome.NobodyOnDuty, Units.Temirtau, World.Clock.NowUtc());
            item.Climb(LadderLevel.Head, LadderOutcome.Alerted, Units.Temirtau, World.Clock.NowUtc());
            await db.SaveChangesAsync();
        }

        using var officer = await Desk.SignInAsync("temirtau");
        var page = await ReadAsync(officer, $"/queue/{line.ItemId}");

        Assert.Matches("passed over: those on duty: nobody is on duty \\(Temirtau[^)]*\\)", page);
        Assert.Contains("raised to the head of the division: Temirtau", page, StringComparison.Ordinal);
    }

    private static async Task DoneAsync(DeskClient client, string change, params (string Name, string Value)[] fields)
    {
        var answer = await client.SubmitAsync(Temirtau, $"{Temirtau}/{change}", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> ReadAsync(DeskClient client, string path) => WebUtility.HtmlDecode(await client.ReadAsync(path));

    private async Task<string> IdAsync(string name)
    {
        await using var db = await World.OpenDbAsync();
        return (await db.Users.SingleAsync(user => user.UserName == name)).Id;
    }

    [GeneratedRegex("name=\"id\" value=\"(?<id>[^\"]+)\"")]
    private static partial Regex IdOfLine();

    [GeneratedRegex("/drills/[0-9a-f-]+/answer")]
    private static partial Regex Drill();
}
