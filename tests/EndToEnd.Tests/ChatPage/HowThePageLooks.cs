using Microsoft.Playwright;
using Senim.Browser;

namespace Senim.EndToEnd.Tests.ChatPage;

public sealed class HowThePageLooks(ChatPageHost host) : IClassFixture<ChatPageHost>
{
    public static TheoryData<string> Screens => new("phone", "desktop", "narrow", "phone-dark", "desktop-dark");

    [ChromiumTheory(WithAxe = true)]
    [MemberData(nameof(Screens))]
    public async Task Every_state_is_accessible_and_fits(string name)
    {
        await using var user = await (await host.OpenAsync(Named(name), reducedMotion: true)).OpenAsync();

        await LookAsync(user, $"chat-{name}-1-first");
        await user.PressAsync("report:language:ru");
        await user.SeesAsync("AskSafe");
        await LookAsync(user, $"chat-{name}-2-safe");
        await user.PressAsync("report:safe:safe");
        await user.SeesAsync("AskWhat");
        await user.PressAsync("report:what:physical");
        await Assertions.Expect(user.Button("report:what:physical")).ToContainTextAsync("✓");
        await LookAsync(user, $"chat-{name}-3-what");
        await user.PressAsync("report:what:done");
        await user.SeesAsync("AskStory");
        await user.SayAsync("Толкают на перемене и смеются, это уже не первый раз.");
        await user.SeesAllSentAsync();
        await user.PressAsync("report:story:done");
        await user.SeesAsync("AskPlace");
        await user.PressAsync("report:place:list");
        await user.SeesAsync("ChooseRegion");
        await LookAsync(user, $"chat-{name}-4-regions");
        await user.Danger.ClickAsync();
        await user.SeesAsync("DangerHelp");
        await LookAsync(user, $"chat-{name}-5-danger");
    }

    [ChromiumTheory(WithAxe = true)]
    [InlineData("phone")]
    [InlineData("narrow")]
    public async Task Help_for_danger_at_the_first_press_is_accessible_and_fits(string name)
    {
        await using var user = await (await host.OpenAsync(Named(name), reducedMotion: true)).OpenAsync();

        await user.Danger.ClickAsync();
        await user.SeesAsync("DangerHelp");

        await LookAsync(user, $"chat-{name}-6-danger-first");
        var help = user.Page.Locator(".help");
        foreach (var free in (string[])["тегін", "бесплатный", "free"])
            await Assertions.Expect(help).ToContainTextAsync(free);
        await Assertions.Expect(help.Locator("a[href='tel:112']").First).ToBeInViewportAsync();
    }

    [ChromiumTheory]
    [InlineData("phone")]
    [InlineData("narrow")]
    public async Task What_is_touched_is_large_enough(string name)
    {
        await using var user = await (await host.OpenAsync(Named(name))).OpenAsync();
        await user.PressAsync("report:language:kk");
        await user.SeesAsync("AskSafe");

        var sizes = await user.Page.Locator("button, #exit, textarea").EvaluateAllAsync<double[][]>(
            "all => all.map(each => [each.getBoundingClientRect().width, each.getBoundingClientRect().height])");

        Assert.All(sizes, size => Assert.True(size[0] >= 44 && size[1] >= 44, $"{size[0]} x {size[1]}"));
    }

    [ChromiumFact]
    public async Task Danger_and_the_way_out_are_seen_without_scrolling_at_any_length_of_talk()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();
        await user.PressAsync("report:language:en");
        await user.SeesAsync("AskSafe");
        await user.SayAsync(string.Join('\n', Enumerable.Range(1, 60)));
        await user.SeesAllSentAsync();

        foreach (var place in (string[])["0", "document.body.scrollHeight"])
        {
            await user.Page.EvaluateAsync($"scrollTo(0, {place})");
            await Assertions.Expect(user.Danger).ToBeInViewportAsync();
            await Assertions.Expect(user.Page.Locator("#exit")).ToBeInViewportAsync();
        }
    }

    private static async Task LookAsync(ChatPageUser user, string name)
    {
        await user.Browser.ScreenshotAsync(name, wholePage: false);
        Assert.Empty(await Axe.ViolationsAsync(user.Page));
        Assert.False(
            await user.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name} is wider than its screen.");
    }

    private static Screen Named(string name) => name switch
    {
        "phone" => Screen.Phone,
        "narrow" => new Screen(name, 320, 568, Touch: true),
        "phone-dark" => Screen.Phone with { Dark = true },
        "desktop-dark" => Screen.Desktop with { Dark = true },
        _ => Screen.Desktop,
    };
}
