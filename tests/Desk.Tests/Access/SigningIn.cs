using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Senim.Desk.Tests.World;

namespace Senim.Desk.Tests.Access;

public sealed class SigningIn : DeskTest
{
    [Fact]
    public async Task The_right_name_and_password_open_the_queue()
    {
        using var client = Desk.Client();

        var answer = await client.SignInAsync("temirtau", DeskWorld.Password);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Айгүл Сейітова", WebUtility.HtmlDecode(await client.ReadAsync("/queue")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_then_comes_where_they_wanted()
    {
        using var client = Desk.Client();

        var refused = await client.GetAsync("/queue?closed=true");

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal("/sign-in?next=%2Fqueue%3Fclosed%3Dtrue", refused.Headers.Location!.ToString());
        var answer = await client.SignInAsync("temirtau", DeskWorld.Password, "/queue?closed=true");
        Assert.Equal("/queue?closed=true", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    [InlineData("/\t/example.org")]
    [InlineData("queue")]
    [InlineData("")]
    public async Task A_forged_way_back_leads_to_the_queue(string next)
    {
        using var client = Desk.Client();

        var answer = await client.SignInAsync("temirtau", DeskWorld.Password, next);

        Assert.Equal("/queue", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_look_the_same()
    {
        using var client = Desk.Client();

        var wrong = await client.SignInAsync("temirtau", "not the password");
        var unknown = await client.SignInAsync("nobody", "not the password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(
            Plain(await wrong.Content.ReadAsStringAsync(), "temirtau"),
            Plain(await unknown.Content.ReadAsStringAsync(), "nobody"));
        Assert.DoesNotContain(client.Cookies, cookie => cookie.Name == "senim-desk");
    }

    [Fact]
    public async Task After_five_wrong_tries_even_the_right_password_waits_and_nothing_shows_it()
    {
        using var client = Desk.Client();
        var wrong = "";
        for (var i = 0; i < 5; i++)
            wrong = await (await client.SignInAsync("temirtau", "not the password")).Content.ReadAsStringAsync();

        var right = await client.SignInAsync("temirtau", DeskWorld.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Equal(Plain(wrong, ""), Plain(await right.Content.ReadAsStringAsync(), ""));
        await using var db = await World.OpenDbAsync();
        var rest = (await db.Users.SingleAsync(staff => staff.UserName == "temirtau")).LockoutEnd - DateTimeOffset.UtcNow;
        Assert.InRange(rest!.Value, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task When_the_rest_is_over_the_officer_comes_in()
    {
        using var client = Desk.Client();
        for (var i = 0; i < 5; i++)
            await client.SignInAsync("temirtau", "not the password");
        await World.ChangeStaffAsync("temirtau", staff => staff.LockoutEnd = DateTimeOffset.UtcNow.AddSeconds(-1));

        var answer = await client.SignInAsync("temirtau", DeskWorld.Password);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_stays_with_the_browser_and_this_site()
    {
        using var client = Desk.Client();

        var answer = await client.SignInAsync("temirtau", DeskWorld.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("senim-desk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var client = await Desk.SignInAsync("temirtau");

        var answer = await client.SubmitAsync("/queue", "/sign-out");

        Assert.Equal("/sign-in", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/queue")).StatusCode);
    }

    /// <summary>The page without what differs by chance or was typed.</summary>
    private static string Plain(string page, string typed) =>
        string.Join('\n', page.Split('\n').Where(line => !line.Contains("__RequestVerificationToken", StringComparison.Ordinal)))
            .Replace($"value=\"{typed}\"", "", StringComparison.Ordinal);
}
