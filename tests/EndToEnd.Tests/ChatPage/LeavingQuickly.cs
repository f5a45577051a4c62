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
