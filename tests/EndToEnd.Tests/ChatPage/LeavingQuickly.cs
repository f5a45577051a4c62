using Microsoft.Playwright;
using Senim.Browser;

namespace Senim.EndToEnd.Tests.ChatPage;

public sealed class LeavingQuickly(ChatPageHost host) : IClassFixture<ChatPageHost>
{
    [ChromiumTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_weather_takes_the_place_of_the_page_and_back_does_not_lead_to_it(bool byKeyboard)
    {
        await using var user = await host.OpenAsync(Screen.Desktop);
        await user.Browser.Context.RouteAsync(
            "https://www.kazhydromet.kz/**", route => route.FulfillAsync(new() { Body = "<title>Weather</title>Sunny", ContentType = "text/html" }));
        await user.OpenAsync();
        await user.PressAsync("report:language:en");
        await user.SeesAsync("AskSafe");
        var entries = await user.Page.EvaluateAsync<int>("history.length");
        var referrer = user.Page.WaitForRequestAsync("https://www.kazhydromet.kz/");

        if (byKeyboard)
        {
            await user.Text.FocusAsync();
            for (var i = 0; i < 3; i++)
                await user.Page.Keyboard.PressAsync("Escape");
        }
        else
        {
            await user.Page.Locator("#exit").ClickAsync();
        }

        await Assertions.Expect(user.Page).ToHaveTitleAsync("Weather");
        Assert.False((await referrer).Headers.ContainsKey("referer"));
        Assert.Equal(entries, await user.Page.EvaluateAsync<int>("history.length"));
        await user.Page.GoBackAsync();
        Assert.Equal("about:blank", user.Page.Url);
        Assert.Empty(await user.Browser.Context.CookiesAsync());
    }

    [ChromiumFact]
    public async Task The_browser_holds_nothing_of_a_whole_talk()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();
        await user.PressAsync("report:language:ru");
        await user.SeesAsync("AskSafe");
        await Walk.Telling("Толкают на перемене", "Тараз").ToReceiptAsync(user);

        var held = await user.Page.EvaluateAsync<int[]>("""
            async () => [localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length,
              (await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length, history.state === null ? 0 : 1]
            """);
        Assert.All(held, count => Assert.Equal(0, count));
        Assert.Empty(await user.Browser.Context.CookiesAsync());
        Assert.Equal("Чат", await user.Page.TitleAsync());
        Assert.Equal(host.Address.ToString(), user.Page.Url);
    }

    [ChromiumTheory]
    [InlineData("kk", "Браузер тарихында")]
    [InlineData("ru", "В истории браузера")]
    [InlineData("en", "The browser's history")]
    public async Task What_stays_on_the_phone_is_said_at_the_beginning_and_at_the_end(string language, string words)
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();
        var said = user.Page.Locator("#welcome");
        await Assertions.Expect(said).ToContainTextAsync(words);
        await user.PressAsync($"report:language:{language}");
        await user.SeesAsync("AskSafe");
        await Assertions.Expect(said).ToContainTextAsync(words);
        await new Walk().ToAsync(user, "AskStory");
        await Assertions.Expect(said).ToBeEmptyAsync();
        await user.PressAsync("report:go:leave");
        await user.SeesAsync("Left");

        await Assertions.Expect(said).ToContainTextAsync(words);
    }

    [ChromiumFact]
    public async Task Two_escapes_are_a_slip()
    {
        await using var user = await (await host.OpenAsync(Screen.Desktop)).OpenAsync();

        await user.Page.Keyboard.PressAsync("Escape");
        await user.Page.Keyboard.PressAsync("Escape");
        await user.Text.FillAsync("still here");

        Assert.Equal("still here", await user.Text.InputValueAsync());
    }

    [ChromiumFact]
    public async Task What_still_waited_goes_along()
    {
        var before = (await host.SignalsAsync()).Count;
        await using var user = await host.OpenAsync(Screen.Phone);
        await user.Browser.Context.RouteAsync(
            "https://www.kazhydromet.kz/**", route => route.FulfillAsync(new() { Body = "<title>Weather</title>", ContentType = "text/html" }));
        await user.OpenAsync();
        await user.PressAsync("report:language:en");
        await user.SeesAsync("AskSafe");
        await user.Page.EvaluateAsync("danger.click(); exit.click()");

        await Assertions.Expect(user.Page).ToHaveTitleAsync("Weather");
        for (var i = 0; i < 100 && (await host.SignalsAsync()).Count == before; i++)
            await Task.Delay(100);
        Assert.Equal(before + 1, (await host.SignalsAsync()).Count);
    }

    [ChromiumFact]
    public async Task Coming_back_shows_the_first_question_and_nothing_of_before()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();
        await user.PressAsync("report:language:en");
        await user.SeesAsync("AskSafe");

        await user.Page.GotoAsync("about:blank");
        await user.Page.GoBackAsync();

        await Assertions.Expect(user.Button("report:language:kk")).ToBeVisibleAsync();
        await Assertions.Expect(user.Mine).ToHaveCountAsync(0);
    }
}
