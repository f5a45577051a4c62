using System.Net;
using Senim.Desk.Tests.World;

namespace Senim.Desk.Tests.Access;

public sealed class ChangingThePassword : DeskTest
{
    private const string New = "green lamp on the hill";

    [Fact]
    public async Task The_new_one_holds_and_other_sessions_end()
    {
        using var here = await Desk.SignInAsync("temirtau");
        using var elsewhere = await Desk.SignInAsync("temirtau");

        var answer = await here.SubmitAsync("/password", "/password", ("current", DeskWorld.Password), ("chosen", New), ("again", New));

        Assert.Equal("/password?changed=true", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/queue")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/queue")).StatusCode);
        using var later = Desk.Client();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await later.SignInAsync("temirtau", DeskWorld.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await later.SignInAsync("temirtau", New)).StatusCode);
    }

    [Theory]
    [InlineData("not the password", New, New, "current password is not right")]
    [InlineData(DeskWorld.Password, New, "another one altogether", "new passwords are not the same")]
    [InlineData(DeskWorld.Password, "short", "short", "too simple")]
    [InlineData(DeskWorld.Password, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "too simple")]
    [InlineData(DeskWorld.Password, "", "", "new passwords are not the same")]
    public async Task What_does_not_fit_is_said_and_the_old_one_stays(string current, string chosen, string again, string said)
    {
        using var client = await Desk.SignInAsync("temirtau");

        var answer = await client.SubmitAsync("/password", "/password", ("current", current), ("chosen", chosen), ("again", again));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var later = await Desk.SignInAsync("temirtau");
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/queue")).StatusCode);
    }

    [Fact]
    public async Task Guessing_the_present_one_on_an_unlocked_computer_is_slowed()
    {
        using var client = await Desk.SignInAsync("temirtau");
        for (var i = 0; i < 5; i++)
            await client.SubmitAsync("/password", "/password", ("current", $"guess number {i}"), ("chosen", New), ("again", New));

        var answer = await client.SubmitAsync("/password", "/password", ("current", DeskWorld.Password), ("chosen", New), ("again", New));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }
}
