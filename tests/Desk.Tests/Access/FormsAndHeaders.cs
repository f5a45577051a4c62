using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Senim.Desk.Tests.World;

namespace Senim.Desk.Tests.Access;

public sealed class FormsAndHeaders : DeskTest
{
    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var item = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");

        foreach (var path in new[] { $"/queue/{item.ItemId}/acknowledge", "/sign-out", "/language", "/password", "/sign-in" })
            Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(path, ("language", "ru"))).StatusCode);

        var page = await client.ReadAsync($"/queue/{item.ItemId}");
        Assert.Contains("id=\"take\"", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_of_another_account_is_refused()
    {
        var item = await World.SignalAsync();
        using var one = await Desk.SignInAsync("temirtau");
        using var other = await Desk.SignInAsync("temirtau2");
        var page = await one.ReadAsync("/queue");
        var token = WebUtility.HtmlDecode(page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0]);

        var answer = await other.PostAsync($"/queue/{item.ItemId}/acknowledge", ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_storing_framing_guessing_and_foreign_content()
    {
        var item = await World.SignalAsync();
        using var stranger = Desk.Client();
        using var client = await Desk.SignInAsync("temirtau");
        var answers = new[]
        {
            await stranger.GetAsync("/sign-in"),
            await stranger.GetAsync("/queue"),
            await stranger.GetAsync("/nowhere"),
            await stranger.PostAsync("/sign-in"),
            await client.GetAsync("/queue"),
            await client.GetAsync($"/queue/{item.ItemId}"),
            await client.GetAsync($"/queue/{Guid.NewGuid()}"),
            await client.GetAsync("/password"),
        };

        foreach (var answer in answers)
        {
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task Style_and_script_come_from_the_library_and_may_be_kept()
    {
        using var client = await Desk.SignInAsync("temirtau");
        var page = await client.ReadAsync("/queue");
        var paths = new[] { page.Split("href=\"/assets/")[1], page.Split("src=\"/assets/")[1] }.Select(rest => "/assets/" + rest.Split('"')[0]);
        using var stranger = Desk.Client();
        foreach (var path in paths)
        {
            var answer = await stranger.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Pages_hold_nothing_inline_and_nothing_foreign()
    {
        var item = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");
        foreach (var path in new[] { "/queue", $"/queue/{item.ItemId}", "/password" })
        {
            var page = await client.ReadAsync(path);
            Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" onclick=", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("http://", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("https://", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_failure_shows_calm_words_and_nothing_of_itself()
    {
        var desk = await World.StartDeskAsync(options => options.Map = app =>
            app.MapGet("/fails", IResult () => throw new InvalidOperationException("secret words")).RequireAuthorization("staff"));
        using var client = await desk.SignInAsync("temirtau");

        var answer = await client.GetAsync("/fails");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("may not have been saved", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", page, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", page, StringComparison.Ordinal);
    }
}
