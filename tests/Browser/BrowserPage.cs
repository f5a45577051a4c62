using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Senim.Browser;

/// <summary>A page in a browser context of its own, and what went wrong on it.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = new();

    private BrowserPage(IBrowserContext context, IPage page)
    {
        Context = context;
        Page = page;
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Uncaught exceptions, refusals under the content security policy and other errors of the console.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Writes the page to <c>artifacts/screenshots/NAME.png</c>, to be looked at.</summary>
    /// <param name="wholePage">False for what the screen shows, where parts of the page stay in place while the rest moves.</param>
    public Task ScreenshotAsync(string name, bool wholePage = true) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = RepositoryRoot.Combine("artifacts", "screenshots", name + ".png"),
        FullPage = wholePage,
        Animations = ScreenshotAnimations.Disabled,
    });

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    internal static async Task<BrowserPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var opened = new BrowserPage(context, page);
        page.PageError += (_, message) => opened.complaints.Enqueue(message);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                opened.complaints.Enqueue(message.Text);
        };
        return opened;
    }
}
