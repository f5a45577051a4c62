using System.Net;
using Microsoft.EntityFrameworkCore;
using Senim.Desk.Tests.World;
using Senim.Intake;

namespace Senim.Desk.Tests.Pages;

public sealed class ChoosingTheLanguage : DeskTest
{
    [Theory]
    [InlineData(null, "kk")]
    [InlineData("de, ru;q=0.4, en;q=0.3", "ru")]
    [InlineData("en-GB,en;q=0.9,ru;q=0.8", "en")]
    [InlineData("de", "kk")]
    public async Task Before_signing_in_the_browser_s_language_counts_and_Kazakh_comes_first(string? accepted, string expected)
    {
        using var client = Desk.Client();
        if (accepted is not null)
            client.Headers.Add("Accept-Language", accepted);

        Assert.Contains($"<html lang=\"{expected}\">", await client.ReadAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_on_the_sign_in_page_is_kept_by_the_browser()
    {
        using var client = Desk.Client();

        var answer = await client.SubmitAsync("/sign-in", "/language", ("language", "ru"), ("next", "/sign-in"));

        Assert.Equal("/sign-in", answer.Headers.Location!.ToString());
        Assert.Contains("<html lang=\"ru\">", await client.ReadAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_in_the_header_is_kept_with_the_account()
    {
        using var client = await Desk.SignInAsync("temirtau");

        var answer = await client.SubmitAsync("/queue?closed=true", "/language", ("language", "kk"), ("next", "/queue?closed=true"));

        Assert.Equal("/queue?closed=true", answer.Headers.Location!.ToString());
        using var elsewhere = await Desk.SignInAsync("temirtau");
        Assert.Contains("<html lang=\"kk\">", await elsewhere.ReadAsync("/queue"), StringComparison.Ordinal);
        await using var db = await World.OpenDbAsync();
        Assert.Equal(Language.Kk, (await db.Users.SingleAsync(staff => staff.UserName == "temirtau")).Language);
    }

    [Fact]
    public async Task An_unknown_language_is_refused()
    {
        using var client = await Desk.SignInAsync("temirtau");

        var answer = await client.SubmitAsync("/queue", "/language", ("language", "xx"), ("next", "/queue"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
