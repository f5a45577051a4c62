using Microsoft.Playwright;
using Senim.Browser;

namespace Senim.EndToEnd.Tests.ChatPage;

public sealed class HowThePageLooks(ChatPageHost host) : IClassFixture<ChatPageHost>
{
    public static TheoryData<string> Screens => new("phone", "desktop", "narrow", "phone-dark", "desktop-dark", "large-text", "forced-colours");

    [ChromiumTheory(WithAxe = true)]
    [MemberData(nameof(Screens))]
    public async Task Every_state_is_accessible_and_fits(string name)
    {
        await using var user = await OpenAsync(name);
        var looked = 0;
        await LookAsync("First");
        await user.PressAsync("report:language:ru");
        await user.SeesAsync("AskSafe");
        var walk = Walk.Telling("Толкают на перемене и смеются, это уже не первый раз.", "Тараз") with { OnScreen = LookAsync };
        await walk.ToReceiptAsync(user);
        await user.Danger.ClickAsync();
        await user.SeesAsync("DangerHelp");
        await LookAsync("DangerHelp");
        await user.PressAsync("report:go:leave");
        await user.SeesAsync("Left");
        await LookAsync("Left");

        Task LookAsync(string state) => HowThePageLooks.LookAsync(user, $"look-{name}-{looked++:00}-{state}");
    }

    /// <summary>The places that can be chosen from lists are the longest of all screens.</summary>
    [ChromiumTheory(WithAxe = true)]
    [InlineData("narrow")]
    [InlineData("large-text")]
    public async Task A_long_list_of_places_is_accessible_and_fits(string name)
    {
        await using var user = await OpenAsync(name);
        await user.PressAsync("report:language:kk");
        await user.SeesAsync("AskSafe");
        await new Walk().ToAsync(user, "AskPlace");
        await user.PressAsync("report:place:list");
        await user.SeesAsync("ChooseRegion");

        await LookAsync(user, $"look-{name}-regions");
    }

    [ChromiumFact(WithLighthouse = true)]
    public async Task Lighthouse_finds_nothing_wanting_in_its_accessibility()
    {
        foreach (var screen in (string[])["mobile", "desktop"])
        {
            var (score, wanting) = await Lighthouse.AccessibilityAsync(host.Address, screen);
            Assert.True(score == 100, $"{screen}: {score}. {string.Join("; ", wanting)}");
        }
    }

    [ChromiumFact]
    public async Task Without_scripts_the_numbers_are_there()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone, scripts: false)).OpenAsync();

        await user.Browser.ScreenshotAsync("chat-without-scripts", wholePage: false);
        await Assertions.Expect(user.Page.Locator("a[href='tel:111']").First).ToBeVisibleAsync();
        await Assertions.Expect(user.Page.Locator("#first")).ToBeHiddenAsync();
        await Assertions.Expect(user.Text).ToBeHiddenAsync();
    }

    [ChromiumTheory(WithAxe = true)]
    [InlineData("phone")]
    [InlineData("narrow")]
    public async Task Help_for_danger_at_the_first_press_is_accessible_and_fits(string name)
    {
        await using var user = await OpenAsync(name);

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

    /// <summary>The longest text that stands above answers: whoever is in danger must not have to look for "no".</summary>
    [ChromiumTheory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task All_answers_to_whether_it_is_safe_are_seen_without_scrolling_on_a_small_phone(string language)
    {
        await using var user = await (await host.OpenAsync(new Screen("small-phone", 360, 740, Touch: true), reducedMotion: true)).OpenAsync();
        await user.PressAsync($"report:language:{language}");
        await user.SeesAsync("AskSafe");
        await user.Browser.ScreenshotAsync($"ask-safe-{language}", wholePage: false);

        foreach (var answer in (string[])["safe", "not_safe", "unsure"])
            Assert.True(await IsSeenWholeAsync(user, $"report:safe:{answer}"), answer);
    }

    /// <summary>Above what stands at the foot of the page.</summary>
    private static Task<bool> IsSeenWholeAsync(ChatPageUser user, string code) => user.Page.EvaluateAsync<bool>(
        "code => { const box = document.querySelector(`[data-code='${code}']`).getBoundingClientRect(); return box.top >= 0 && box.bottom <= document.querySelector('footer').getBoundingClientRect().top; }",
        code);

    /// <summary>With the text of the browser at twice its size, and in the colours of the reader, beside the common screens.</summary>
    private async Task<ChatPageUser> OpenAsync(string name)
    {
        var user = await host.OpenAsync(Named(name), reducedMotion: true);
        if (name == "forced-colours")
            await user.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        if (name == "large-text")
        {
            var session = await user.Browser.Context.NewCDPSessionAsync(user.Page);
            await session.SendAsync("Page.setFontSizes", new Dictionary<string, object> { ["fontSizes"] = new Dictionary<string, object> { ["standard"] = 32, ["fixed"] = 26 } });
        }

        await user.OpenAsync();
        if (name == "large-text")
            Assert.Equal("34px", await user.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).fontSize"));
        return user;
    }

    internal static async Task LookAsync(ChatPageUser user, string name)
    {
        await user.Browser.ScreenshotAsync(name, wholePage: false);
        Assert.Empty(await Axe.ViolationsAsync(user.Page));
        await Assertions.Expect(user.Danger).ToBeInViewportAsync();
        await Assertions.Expect(user.Page.Locator("#exit")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.False(
            await user.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{name} is wider than its screen.");
    }

    private static Screen Named(string name) => name switch
    {
        "phone" => Screen.Phone,
        "narrow" => new Screen(name, 320, 568, Touch: true),
        "large-text" or "forced-colours" => Screen.Phone,
        "phone-dark" => Screen.Phone with { Dark = true },
        "desktop-dark" => Screen.Desktop with { Dark = true },
        _ => Screen.Desktop,
    };
}
