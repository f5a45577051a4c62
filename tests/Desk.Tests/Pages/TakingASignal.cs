using System.Net;
using System.Text.RegularExpressions;
using Senim.Desk.Tests.World;

namespace Senim.Desk.Tests.Pages;

public sealed partial class TakingASignal : DeskTest
{
    [Fact]
    public async Task The_first_to_press_has_it()
    {
        var line = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");

        var answer = await client.SubmitAsync($"/queue/{line.ItemId}", $"/queue/{line.ItemId}/acknowledge");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/queue/{line.ItemId}", answer.Headers.Location!.ToString());
        var page = WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}"));
        Assert.Contains("Айгүл Сейітова has had this signal since", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"take\"", page, StringComparison.Ordinal);
        Assert.Contains("Айгүл Сейітова", WebUtility.HtmlDecode(await client.ReadAsync("/queue")).Split("<tbody")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_changes_nothing()
    {
        var line = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");
        await client.SubmitAsync("/queue", $"/queue/{line.ItemId}/acknowledge");
        var once = Body(await client.ReadAsync($"/queue/{line.ItemId}"));

        var answer = await client.SubmitAsync("/queue", $"/queue/{line.ItemId}/acknowledge");

        Assert.Equal($"/queue/{line.ItemId}", answer.Headers.Location!.ToString());
        Assert.Equal(once, Body(await client.ReadAsync($"/queue/{line.ItemId}")));
    }

    [Fact]
    public async Task Whoever_comes_second_learns_who_was_faster_and_when()
    {
        var line = await World.SignalAsync();
        using var slow = await Desk.SignInAsync("temirtau2");
        using var fast = await Desk.SignInAsync("temirtau");
        await fast.SubmitAsync($"/queue/{line.ItemId}", $"/queue/{line.ItemId}/acknowledge");

        var answer = await slow.SubmitAsync("/queue", $"/queue/{line.ItemId}/acknowledge");

        var page = WebUtility.HtmlDecode(await slow.ReadAsync(answer.Headers.Location!.ToString()));
        Assert.Contains("Айгүл Сейітова was faster and took this signal at ", page, StringComparison.Ordinal);
        Assert.Contains(World.Clock.GetUtcNow().AddHours(5).ToString("dd.MM.yyyy HH:"), page, StringComparison.Ordinal);
    }

    private static string Body(string page) => Token().Replace(page.Split("<main")[1], "");

    /// <summary>Another one each time.</summary>
    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]+\"")]
    private static partial Regex Token();
}
