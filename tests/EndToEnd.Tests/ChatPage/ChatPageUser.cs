using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Senim.Browser;

namespace Senim.EndToEnd.Tests.ChatPage;

/// <summary>Someone at the chat page, in terms of what they do and see.</summary>
public sealed class ChatPageUser(BrowserPage browser, Uri address) : IAsyncDisposable
{
    public BrowserPage Browser => browser;

    public IPage Page => browser.Page;

    public ILocator Text => Page.Locator("#text");

    public ILocator Danger => Page.Locator("#danger");

    public ILocator Notice => Page.Locator("#notice");

    /// <summary>What was said, the oldest first.</summary>
    public ILocator Mine => Page.Locator("#log .me");

    public async Task<ChatPageUser> OpenAsync()
    {
        await Page.GotoAsync(address.ToString());
        return this;
    }

    public Task<string[]> MyWordsAsync() => Mine.EvaluateAllAsync<string[]>("all => all.map(each => each.lastChild.textContent)");

    public ILocator Button(string code) => Page.Locator($"[data-code='{code}']");

    public Task PressAsync(string code) => Button(code).ClickAsync();

    /// <summary>Reaches the button by Tab alone and presses Enter.</summary>
    public async Task ReachAndPressAsync(string code)
    {
        await Assertions.Expect(Button(code)).ToBeVisibleAsync();
        await TabToAsync($"[data-code='{code}']");
        await Page.Keyboard.PressAsync("Enter");
    }

    public async Task ReachAndTypeAsync(string text)
    {
        await TabToAsync("#text");
        await Page.Keyboard.TypeAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    public async Task SayAsync(string text)
    {
        await Text.FillAsync(text);
        await Page.Locator("#send").ClickAsync();
    }

    public Task SeesAsync(string state) => Assertions.Expect(Page.Locator("body")).ToHaveAttributeAsync("data-state", state, new() { Timeout = 30_000 });

    /// <summary>Nothing that was said is still on its way.</summary>
    public Task SeesAllSentAsync() => Assertions.Expect(Page.Locator(".waiting")).ToHaveCountAsync(0, new() { Timeout = 60_000 });

    public Task SeesLanguageAsync(string language) => Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", new Regex($"^{language}$"));

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    private async Task TabToAsync(string selector)
    {
        for (var steps = 0; steps < 80; steps++)
        {
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key does not lead to {selector}.");
    }
}
