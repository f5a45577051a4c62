using Microsoft.Playwright;
using Senim.Browser;

namespace Senim.EndToEnd.Tests.RealClient;

/// <summary>Somebody at the real client, in terms of what they do and see.</summary>
internal sealed class ClientUser(BrowserPage browser) : IAsyncDisposable
{
    /// <summary>More than the flow ever asks.</summary>
    private const int MostQuestions = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public BrowserPage Browser => browser;

    public IPage Page => browser.Page;

    /// <summary>Codes of the buttons that the client shows now.</summary>
    public Task<string[]> OfferedAsync() => Page.EvaluateAsync<string[]>("(window.store?.getState().suggestedActions || []).map(each => each.value)");

    /// <summary>Opens the talk: a page of another site says nothing by itself.</summary>
    public async Task SayAsync(string text)
    {
        var box = Page.Locator("[data-id='webchat-sendbox-input'], .webchat__send-box-text-box__input").First;
        await Assertions.Expect(box).ToBeEditableAsync(new() { Timeout = 60_000 });
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    /// <summary>Waits for the button and presses it where it stands.</summary>
    public async Task PressAsync(string code)
    {
        var title = await WaitForAsync(code);
        await Page.Locator(".webchat__suggested-actions button").Filter(new() { HasTextString = title }).First.ClickAsync();
        await UntilAsync(async () => !(await OfferedAsync()).Contains(code), $"The press of {code} is not answered.");
    }

    /// <summary>From where the talk stands to the receipt: known questions are answered, all others passed over.</summary>
    public async Task WalkToReceiptAsync(string story, string place)
    {
        var said = new HashSet<string>();
        for (var i = 0; i < MostQuestions; i++)
        {
            var offered = await NextAsync();
            if (offered.Any(code => code.StartsWith("report:receipt:", StringComparison.Ordinal)))
                return;
            var question = offered.Select(code => code.Split(':')[1]).First(each => each is not ("go" or "danger"));
            if (question == "story" && said.Add(question))
                await SayAsync(story);
            else if (question == "place" && said.Add(question))
                await SayAsync(place);
            else
                await PressAsync(WayOn(offered));
            await UntilAsync(async () => said.Contains(question) || await HasChangedAsync(offered), $"Nothing follows on {question}.");
            await SeesAllSentAsync();
        }

        Assert.Fail("The talk does not come to its receipt.");
    }

    /// <summary>The client marks what is on its way, and what failed.</summary>
    public Task SeesAllSentAsync() => UntilAsync(
        () => Page.EvaluateAsync<bool>("""
            window.store.getState().activities.filter(each => each.from.role === 'user' && each.type === 'message')
              .every(each => each.channelData['webchat:send-status'] === 'sent' || each.channelData.state === 'sent')
            """),
        "Something said is still on its way.");

    /// <summary>What the client shows as said by the reporter, in its order.</summary>
    public Task<string[]> MyWordsAsync() => Page.EvaluateAsync<string[]>(
        "window.store.getState().activities.filter(each => each.from.role === 'user' && each.type === 'message').map(each => each.text)");

    public async Task<string> WaitForAsync(string code)
    {
        await UntilAsync(async () => (await OfferedAsync()).Contains(code), $"{code} is not offered.");
        return await Page.EvaluateAsync<string>("code => window.store.getState().suggestedActions.find(each => each.value === code).title", code);
    }

    /// <summary>Every web socket breaks now.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> BreakSocketsAsync() => Page.EvaluateAsync<int>("window.sockets.filter(each => each.readyState < 2).map(each => each.close()).length");

    public async Task UntilAsync(Func<Task<bool>> condition, string otherwise)
    {
        for (var since = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(since) < Patience; await Task.Delay(100))
        {
            if (await condition())
                return;
        }

        await browser.ScreenshotAsync("client-failed", wholePage: false);
        Assert.Fail($"{otherwise} Offered: {string.Join(' ', await OfferedAsync())}. {string.Join(" | ", browser.Complaints)}");
    }

    public ValueTask DisposeAsync() => browser.DisposeAsync();

    private async Task<bool> HasChangedAsync(string[] offered) => !(await OfferedAsync()).SequenceEqual(offered);

    private async Task<string[]> NextAsync()
    {
        await UntilAsync(async () => (await OfferedAsync()).Length > 0, "Nothing is offered.");
        return await OfferedAsync();
    }

    private static string WayOn(string[] offered) =>
        new[] { "send", "skip", "done", "yes" }
            .Select(way => offered.FirstOrDefault(code => code.EndsWith($":{way}", StringComparison.Ordinal)))
            .FirstOrDefault(code => code is not null)
        ?? offered.First(code => !code.Contains(":go:", StringComparison.Ordinal) && !code.Contains(":danger:", StringComparison.Ordinal));
}
