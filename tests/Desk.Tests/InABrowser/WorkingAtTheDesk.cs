using Microsoft.Playwright;
using Senim.Browser;
using Senim.Desk.Tests.World;
using Senim.Intake.Triage;

namespace Senim.Desk.Tests.InABrowser;

public sealed class WorkingAtTheDesk(ChromiumBrowser browser) : DeskTest, IClassFixture<ChromiumBrowser>
{
    [ChromiumFact]
    public async Task Without_script_everything_works()
    {
        var line = await World.SignalAsync();
        await using var opened = await browser.OpenAsync(Screen.Desktop, options => options.JavaScriptEnabled = false);
        var page = await SignInAsync(opened);

        await page.ClickAsync($"#i-{line.Reference}");
        await page.ClickAsync("#take");

        Assert.EndsWith($"/queue/{line.ItemId}", page.Url, StringComparison.Ordinal);
        Assert.Contains("Айгүл Сейітова has had this signal", await page.InnerTextAsync(".take"), StringComparison.Ordinal);
        await page.ClickAsync("button[value=ru]");
        Assert.Equal("ru", await page.GetAttributeAsync("html", "lang"));
        await page.ClickAsync(".account summary");
        await page.ClickAsync("form[action='/sign-out'] button");
        Assert.EndsWith("/sign-in", page.Url, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task A_new_signal_appears_by_itself_is_said_and_leaves_the_focus_where_it_was()
    {
        var first = await World.SignalAsync();
        await using var opened = await browser.OpenAsync(Screen.Desktop);
        var page = await SignInAsync(opened);
        await page.WaitForFunctionAsync("() => document.title === '(1) Senim'");
        await page.FocusAsync($"#i-{first.Reference}");

        var second = await World.SignalAsync(urgency: Urgency.Emergency);

        await page.WaitForSelectorAsync($"#i-{second.Reference}");
        Assert.Equal("(2) Senim", await page.TitleAsync());
        Assert.Equal("The queue has changed. Waiting: 2.", await page.InnerTextAsync("#said"));
        Assert.Equal($"i-{first.Reference}", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Empty(opened.Complaints);
    }

    [ChromiumFact]
    public async Task A_second_tab_learns_it_from_the_first()
    {
        await using var opened = await browser.OpenAsync(Screen.Desktop);
        var page = await SignInAsync(opened);
        var second = await opened.Context.NewPageAsync();
        await second.GotoAsync(page.Url);

        var line = await World.SignalAsync();

        await second.WaitForSelectorAsync($"#i-{line.Reference}");
        await page.WaitForSelectorAsync($"#i-{line.Reference}");
    }

    [ChromiumFact]
    public async Task An_open_signal_shows_that_somebody_took_it()
    {
        var line = await World.SignalAsync();
        await using var opened = await browser.OpenAsync(Screen.Desktop);
        var page = await SignInAsync(opened);
        await page.ClickAsync($"#i-{line.Reference}");
        await page.WaitForSelectorAsync("#take");

        await World.TakeAsync("temirtau2", line.ItemId);

        await page.WaitForSelectorAsync("#take", new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached });
        Assert.Contains("Марат Ахметов has had this signal", await page.InnerTextAsync(".take"), StringComparison.Ordinal);
        Assert.Equal("This signal has changed.", await page.InnerTextAsync("#said"));
    }

    [ChromiumFact]
    public async Task A_session_that_ended_elsewhere_leads_to_the_sign_in_page()
    {
        await using var opened = await browser.OpenAsync(Screen.Desktop);
        var page = await SignInAsync(opened);

        await World.ChangeStaffAsync("temirtau", staff => staff.SecurityStamp = Guid.NewGuid().ToString());

        await page.WaitForSelectorAsync("#password");
    }

    [ChromiumFact]
    public async Task The_keyboard_alone_takes_a_signal()
    {
        var line = await World.SignalAsync();
        await using var opened = await browser.OpenAsync(Screen.Desktop);
        var page = await SignInAsync(opened);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal($"i-{line.Reference}", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#take");
        await page.FocusAsync("#take");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForSelectorAsync(".take .notice");
    }

    private async Task<IPage> SignInAsync(BrowserPage opened)
    {
        await opened.Page.GotoAsync(new Uri(Desk.Address, "/queue").ToString());
        await LookingAtThePages.SignInAsync(opened.Page, DeskWorld.Password);
        await opened.Page.WaitForURLAsync("**/queue", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });

        // The page is asked: that it has loaded may have been said before anybody listened.
        while (await opened.Page.EvaluateAsync<string>("() => document.readyState") != "complete")
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        return opened.Page;
    }
}
