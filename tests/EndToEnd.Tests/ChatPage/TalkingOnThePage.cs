using Microsoft.Playwright;
using Senim.Browser;

namespace Senim.EndToEnd.Tests.ChatPage;

public sealed class TalkingOnThePage(ChatPageHost host) : IClassFixture<ChatPageHost>
{
    public static TheoryData<string, string, string> Languages => new()
    {
        { "kk", "Сыныптас күнде сөмкемді тартып алады", "Тараз" },
        { "ru", "Одноклассники каждый день отбирают рюкзак", "Тараз" },
        { "en", "Classmates take my bag every day", "Taraz" },
    };

    [ChromiumTheory]
    [MemberData(nameof(Languages))]
    public async Task A_report_goes_from_the_first_press_to_the_receipt_by_touch(string language, string story, string place)
    {
        var before = (await Signals()).Count;
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();

        await user.PressAsync($"report:language:{language}");
        await user.SeesAsync("AskSafe");
        await user.SeesLanguageAsync(language);
        var looked = 0;
        var walk = Walk.Telling(story, place) with { OnScreen = state => user.Browser.ScreenshotAsync($"chat-{language}-{looked++:00}-{state}", wholePage: false) };
        await walk.ToReceiptAsync(user);

        var signals = await Signals();
        Assert.Equal(before + 1, signals.Count);
        Assert.Contains(signals[^1].Content.Story, part => part.Text == story);
        Assert.Equal(["bullying", "cyberbullying"], signals[^1].Content.Answers.Single(answer => answer.Question == "what").Choices);
        Assert.NotNull(signals[^1].PlaceCode);
        Assert.Empty(user.Browser.Complaints);
    }

    [ChromiumTheory]
    [MemberData(nameof(Languages))]
    public async Task The_same_by_keyboard_alone(string language, string story, string place)
    {
        var before = (await Signals()).Count;
        await using var user = await (await host.OpenAsync(Screen.Desktop)).OpenAsync();

        await user.ReachAndPressAsync($"report:language:{language}");
        await user.SeesAsync("AskSafe");
        await (Walk.Telling(story, place) with { ByKeyboard = true }).ToReceiptAsync(user);
        await user.Browser.ScreenshotAsync($"chat-{language}-by-keyboard", wholePage: false);

        Assert.Equal(before + 1, (await Signals()).Count);
        Assert.Empty(user.Browser.Complaints);
    }

    [ChromiumFact]
    public async Task A_choice_among_several_keeps_the_focus_of_the_keyboard()
    {
        await using var user = await (await host.OpenAsync(Screen.Desktop)).OpenAsync();
        await user.ReachAndPressAsync("report:language:ru");
        await user.SeesAsync("AskSafe");
        await (new Walk { ByKeyboard = true }).ToAsync(user, "AskWhat");
        await user.ReachAndPressAsync("report:what:other");

        await Assertions.Expect(user.Button("report:what:other")).ToContainTextAsync("✓");
        await Assertions.Expect(user.Button("report:what:other")).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Each_answer_says_its_language_to_a_screen_reader_and_comes_in_a_polite_log()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();

        await user.PressAsync("report:language:en");
        await user.SeesAsync("AskSafe");
        await user.PressAsync("report:go:language");
        await Assertions.Expect(user.Button("report:language:ru")).ToBeVisibleAsync();
        await user.PressAsync("report:language:ru");
        await user.SeesLanguageAsync("ru");

        await Assertions.Expect(user.Page.GetByRole(AriaRole.Log)).ToHaveCountAsync(1);
        Assert.Equal(["en", "en", "ru"], await user.Page.Locator("#log .bot:not(#first)").EvaluateAllAsync<string[]>("all => all.map(each => each.lang)"));
        await Assertions.Expect(user.Page.GetByRole(AriaRole.Textbox, new() { Name = "Здесь можно писать" })).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task Numbers_in_our_words_can_be_touched_and_those_typed_cannot()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();

        await user.SayAsync("112 is not what I need");
        await user.SeesAllSentAsync();
        await user.Danger.ClickAsync();
        await user.SeesAsync("DangerHelp");

        await Assertions.Expect(user.Page.Locator(".help a[href='tel:112']").First).ToBeVisibleAsync();
        await Assertions.Expect(user.Page.Locator(".me a")).ToHaveCountAsync(0);
    }

    [ChromiumFact]
    public async Task Leaving_clears_the_talk_and_only_the_neutral_line_stays()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();
        await user.PressAsync("report:language:ru");
        await user.SeesAsync("AskSafe");
        await user.SayAsync("Забирают обед");
        await user.SeesAllSentAsync();

        await user.PressAsync("report:go:leave");
        await user.SeesAsync("Left");
        await user.Browser.ScreenshotAsync("chat-left", wholePage: false);

        await Assertions.Expect(user.Page.Locator("#log .line")).ToHaveCountAsync(1);
        await Assertions.Expect(user.Page.Locator("#choices button")).ToHaveCountAsync(0);
        Assert.DoesNotContain("обед", await user.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Where_web_sockets_do_not_pass_answers_come_all_the_same()
    {
        await using var user = await host.OpenAsync(Screen.Phone);
        await user.Page.AddInitScriptAsync("delete window.WebSocket");
        await user.OpenAsync();

        await user.PressAsync("report:language:kk");
        await user.SeesAsync("AskSafe");
        await user.SayAsync("Иә");
        await user.SeesAllSentAsync();

        Assert.Empty(user.Browser.Complaints);
    }

    private Task<IReadOnlyList<Intake.Signals.OpenedSignal>> Signals() => host.SignalsAsync();
}
