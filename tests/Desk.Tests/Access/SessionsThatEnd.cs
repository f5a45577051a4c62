using System.Net;
using Microsoft.EntityFrameworkCore;
using Senim.Desk.Tests.World;
using Senim.Intake.Privacy;
using Senim.Routing.Departments;

namespace Senim.Desk.Tests.Access;

public sealed class SessionsThatEnd : DeskTest
{
    [Fact]
    public async Task A_new_security_stamp_signs_out_with_the_next_request()
    {
        using var client = await Desk.SignInAsync("temirtau");
        await client.ReadAsync("/queue");

        await World.ChangeStaffAsync("temirtau", staff => staff.SecurityStamp = Guid.NewGuid().ToString());

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/queue")).StatusCode);
    }

    [Fact]
    public async Task A_deleted_account_is_out_with_the_next_request()
    {
        using var client = await Desk.SignInAsync("temirtau");
        await using (var db = await World.OpenDbAsync())
            await db.Users.Where(staff => staff.UserName == "temirtau").ExecuteDeleteAsync();

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/queue")).StatusCode);
    }

    [Fact]
    public async Task Another_unit_holds_from_the_next_request_on()
    {
        var here = await World.SignalAsync(Units.Temirtau);
        using var client = await Desk.SignInAsync("temirtau");
        Assert.Contains(here.Reference, await client.ReadAsync("/queue"), StringComparison.Ordinal);

        await World.ChangeStaffAsync("temirtau", staff => staff.UnitCode = Units.Balkhash);

        Assert.DoesNotContain(here.Reference, await client.ReadAsync("/queue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_an_hour_without_a_person_ends_the_session()
    {
        using var client = await Desk.SignInAsync("temirtau");

        World.Clock.Move(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/queue")).StatusCode);
    }

    [Fact]
    public async Task Whoever_works_stays_signed_in()
    {
        using var client = await Desk.SignInAsync("temirtau");
        for (var i = 0; i < 3; i++)
        {
            World.Clock.Move(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/queue")).StatusCode);
        }
    }

    [Fact]
    public async Task A_page_that_fetches_itself_keeps_no_session_alive()
    {
        using var client = await Desk.SignInAsync("temirtau");
        client.Headers.Add("X-Senim-Refresh", "1");
        World.Clock.Move(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/queue")).StatusCode);
        World.Clock.Move(TimeSpan.FromMinutes(11));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/queue")).StatusCode);
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        using var before = await Desk.SignInAsync("temirtau");
        await Desk.DisposeAsync();
        var restarted = await World.StartDeskAsync();
        using var after = restarted.Client();
        after.TakeCookiesOf(before);

        Assert.Equal(HttpStatusCode.OK, (await after.GetAsync("/queue")).StatusCode);
    }

    [Fact]
    public async Task A_form_opened_on_one_node_is_taken_by_another()
    {
        using var first = await Desk.SignInAsync("temirtau");
        var second = await World.StartDeskAsync();
        using var other = second.Client();
        other.TakeCookiesOf(first);

        Assert.Equal("/sign-in", (await other.SubmitAsync("/queue", "/sign-out")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Session_keys_lie_sealed_and_open_under_no_other_content_key()
    {
        using var before = await Desk.SignInAsync("temirtau");
        var files = Directory.GetFiles(World.SessionKeys, "*.xml");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var xml = await File.ReadAllTextAsync(file);
            Assert.Contains("<sealed", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
        }

        var stranger = await World.StartDeskAsync(options => options.Keys = KeyRing.Random());
        using var after = stranger.Client();
        after.TakeCookiesOf(before);

        Assert.NotEqual(HttpStatusCode.OK, (await after.GetAsync("/queue")).StatusCode);
    }
}
