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

    internal static async Task SignInAsync(IPage page, string password)
    {
        await page.FillAsync("#name", "temirtau");
        await page.FillAsync("#password", password);
        await page.ClickAsync("button.main");
    }

    /// <summary>Looks at a page: rules of axe, nothing wider than the screen, no complaint of the browser; and keeps a picture.</summary>
    private sealed class Look(BrowserPage opened, string pictures)
    {
        /// <summary>Elements that begin left of the screen, where nobody can scroll; what only screen readers see does so on purpose.</summary>
        private const string CutOnTheLeft = """
            () => [...document.querySelectorAll('body *')]
              .filter((element) => element.getBoundingClientRect().left < -1 && !element.closest('.skip, .unseen'))
              .map((element) => element.className || element.tagName).join(' ')
            """;

        public List<string> Faults { get; } = [];

        public async Task AtAsync(Uri address, string name)
        {
            await opened.Page.GotoAsync(address.ToString());
            await HereAsync(name);
        }

        public async Task HereAsync(string name)
        {
            await opened.Page.WaitForLoadStateAsync(LoadState.Load);
            Faults.AddRange((await Axe.ViolationsAsync(opened.Page)).Select(fault => $"{name}: {fault}"));
            var tooWide = await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
            if (tooWide > 0)
                Faults.Add($"{name}: {tooWide} px wider than the screen");
            var cut = await opened.Page.EvaluateAsync<string>(CutOnTheLeft);
            if (cut.Length > 0)
                Faults.Add($"{name}: cut off on the left: {cut}");
            await opened.ScreenshotAsync(string.Format(pictures, name));

            // The console also names each answer above 399, which some of these pages are on purpose.
            Faults.AddRange(opened.Complaints.Where(complaint => !complaint.StartsWith("Failed to load resource", StringComparison.Ordinal)));
        }
    }
}
