using Microsoft.Playwright;
using Xunit;

namespace Senim.Browser;

/// <summary>One Chromium for the tests of a class (as its class fixture); each page lives in a context of its own.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    /// <summary>Debian's Chromium: the project downloads no browser.</summary>
    public const string ExecutablePath = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(ExecutablePath))
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = ExecutablePath,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A page with no history, cookies or storage. Everything the page throws or logs as an error is in its complaints.</summary>
    public async Task<BrowserPage> OpenAsync(Screen screen, Action<BrowserNewContextOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(screen);
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            HasTouch = screen.Touch,
            IsMobile = screen.Touch,
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
        };
        configure?.Invoke(options);
        var launched = browser ?? throw new InvalidOperationException("Chromium is not running: mark the test [ChromiumFact].");
        var context = await launched.NewContextAsync(options);
        return await BrowserPage.OpenAsync(context);
    }
}

/// <summary>The screens on which pages are looked at.</summary>
public sealed record Screen(string Name, int Width, int Height, bool Touch = false, bool Dark = false)
{
    public static Screen Phone { get; } = new("phone", 360, 740, Touch: true);

    public static Screen Desktop { get; } = new("desktop", 1280, 800);
}
