using Microsoft.Playwright;
using Senim.Browser;
using Senim.Desk.Tests.World;
using Senim.Intake;

namespace Senim.Desk.Tests.InABrowser;

public sealed class LookingAtThePages(ChromiumBrowser browser) : DeskTest, IClassFixture<ChromiumBrowser>
{
    [ChromiumTheory(WithAxe = true)]
    [InlineData(Language.Kk, "phone")]
    [InlineData(Language.Kk, "desktop")]
    [InlineData(Language.Ru, "phone")]
    [InlineData(Language.Ru, "desktop")]
    [InlineData(Language.En, "phone")]
    [InlineData(Language.En, "desktop")]
    public async Task Each_page_keeps_the_rules_of_accessibility(Language language, string screen)
    {
        await World.ChangeStaffAsync("temirtau", staff => staff.Language = language);
        var urgent = await ADayAtTheDesk.FillAsync(World);
        await using var opened = await browser.OpenAsync(
            screen == "phone" ? Screen.Phone : Screen.Desktop, options => options.Locale = language.Code());
        var look = new Look(opened, $"desk-{{0}}-{language.Code()}-{screen}");

        await look.AtAsync(new Uri(Desk.Address, "/sign-in"), "sign-in");
        await SignInAsync(opened.Page, "not the password");
        await look.HereAsync("sign-in-failed");
        await SignInAsync(opened.Page, DeskWorld.Password);
        await look.HereAsync("queue");
        await opened.Page.ClickAsync(".account summary");
        await look.HereAsync("menu");
        await look.AtAsync(new Uri(Desk.Address, $"/queue/{urgent.ItemId}"), "signal");
        await opened.Page.ClickAsync("#take");
        await opened.Page.WaitForSelectorAsync(".take .notice");
        await look.HereAsync("signal-taken");
        await opened.Page.CheckAsync("input[name='code'][value='q_own']");
        await opened.Page.FillAsync("#own", "Почему ты молчал?");
        await opened.Page.ClickAsync("#ask button.main");
        await opened.Page.WaitForSelectorAsync("#send");
        await look.HereAsync("ask-preview");
        await opened.Page.ClickAsync("#send");
        await opened.Page.WaitForSelectorAsync("#ask .asked");
        await look.HereAsync("signal-asked");
        await opened.Page.ClickAsync($"a[href$='{ADayAtTheDesk.Picture}']");
        await look.HereAsync("picture-blurred");
        await opened.Page.ClickAsync("a.main");
        await look.HereAsync("picture");
        await look.AtAsync(new Uri(Desk.Address, "/password"), "password");
        await look.AtAsync(new Uri(Desk.Address, "/alerts"), "alerts");
        await opened.Page.ClickAsync("#way-Desk form button");
        await opened.Page.WaitForSelectorAsync(".alert");
        await look.HereAsync("alerts-tested");
        await look.AtAsync(new Uri(Desk.Address, "/nowhere"), "absent");

        Assert.Empty(look.Faults);
    }

    [ChromiumTheory(WithAxe = true)]
    [InlineData("phone")]
    [InlineData("desktop")]
    public async Task The_dark_colours_keep_them_too(string screen)
    {
        var urgent = await ADayAtTheDesk.FillAsync(World);
        await using var opened = await browser.OpenAsync((screen == "phone" ? Screen.Phone : Screen.Desktop) with { Dark = true });
        var look = new Look(opened, $"desk-{{0}}-dark-{screen}");
        await opened.Page.GotoAsync(new Uri(Desk.Address, "/sign-in").ToString());
        await SignInAsync(opened.Page, DeskWorld.Password);

        await look.HereAsync("queue");
        await look.AtAsync(new Uri(Desk.Address, $"/queue/{urgent.ItemId}"), "signal");
        await look.AtAsync(new Uri(Desk.Address, $"/queue/{urgent.ItemId}/files/{ADayAtTheDesk.Picture}"), "picture-blurred");

        Assert.Empty(look.Faults);
    }

    [ChromiumTheory(WithAxe = true)]
    [InlineData(Language.Kk, "phone", false)]
    [InlineData(Language.Ru, "desktop", false)]
    [InlineData(Language.En, "phone", true)]
    public async Task The_pages_of_duty_keep_them_too(Language language, string screen, bool dark)
    {
        await World.ChangeStaffAsync("karaganda", staff => staff.Language = language);
        await World.KeepRosterAsync();
        await using var opened = await browser.OpenAsync((screen == "phone" ? Screen.Phone : Screen.Desktop) with { Dark = dark });
        var look = new Look(opened, $"desk-{{0}}-{language.Code()}-{screen}");
        await opened.Page.GotoAsync(new Uri(Desk.Address, "/sign-in").ToString());
        await SignInAsync(opened.Page, DeskWorld.Password, "karaganda");

        await look.AtAsync(new Uri(Desk.Address, "/duty"), "duty");
        await opened.Page.ClickAsync("#unreached summary");
        await look.HereAsync("duty-unreached");
        await look.AtAsync(new Uri(Desk.Address, $"/duty/{Units.Temirtau}"), "duty-unit");
        await opened.Page.ClickAsync("form[action$='/shift'] button.main");
        await look.HereAsync("duty-refused");

        Assert.Empty(look.Faults);
    }

    internal static async Task SignInAsync(IPage page, string password, string name = "temirtau")
    {
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", password);
        await page.ClickAsync("button.main");
    }
}
