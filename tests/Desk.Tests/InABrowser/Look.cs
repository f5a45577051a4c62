using Microsoft.Playwright;
using Senim.Browser;

namespace Senim.Desk.Tests.InABrowser;

/// <summary>Looks at a page: rules of axe, nothing wider than the screen, no complaint of the browser; and keeps a picture.</summary>
internal sealed class Look(BrowserPage opened, string pictures)
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
