using Microsoft.EntityFrameworkCore;
using Senim.Browser;

namespace Senim.EndToEnd.Tests.RealClient;

/// <summary>The Web Chat client of the Bot Framework, in Chromium, from another site, against our endpoint.</summary>
public sealed class TalkingWithTheRealClient(ClientHost host) : IClassFixture<ClientHost>
{
    [ChromiumTheory(WithWebChatClient = true)]
    [InlineData("socket")]
    [InlineData("polling")]
    public async Task A_report_comes_to_its_receipt(string way)
    {
        var before = (await host.SignalsAsync()).Count;
        var story = $"Classmates take my bag every day ({way})";
        await using var user = await host.OpenClientAsync(way);
        await user.SayAsync("Hello");
        await user.PressAsync("report:language:en");
        await user.WalkToReceiptAsync(story, "Taraz");
        await user.Browser.ScreenshotAsync($"client-{way}-receipt", wholePage: false);

        var signals = await host.SignalsAsync();
        Assert.Equal(before + 1, signals.Count);
        Assert.Single(signals[^1].Content.Story, part => part.Text == story);
        Assert.NotNull(signals[^1].PlaceCode);
        Assert.Equal(way == "socket", await user.Page.EvaluateAsync<int>("window.sockets.length") > 0);
    }

    [ChromiumTheory(WithWebChatClient = true)]
    [InlineData("socket")]
    [InlineData("polling")]
    public async Task It_goes_on_after_the_connection_was_away(string way)
    {
        await using var user = await host.OpenClientAsync(way);
        await user.SayAsync("Hello");
        await user.PressAsync("report:language:en");
        await user.WaitForAsync("report:go:leave");

        await user.Browser.Context.SetOfflineAsync(true);
        Assert.Equal(way == "socket" ? 1 : 0, await user.BreakSocketsAsync());
        await Task.Delay(TimeSpan.FromSeconds(5));
        await user.Browser.ScreenshotAsync($"client-{way}-away", wholePage: false);
        await user.Browser.Context.SetOfflineAsync(false);

        var story = $"They laugh at me every day ({way})";
        await user.WalkToReceiptAsync(story, "Taraz");
        Assert.Single(await user.MyWordsAsync(), words => words == story);
        Assert.Single((await host.SignalsAsync())[^1].Content.Story, part => part.Text == story);
    }

    [ChromiumTheory(WithWebChatClient = true)]
    [InlineData("socket")]
    [InlineData("polling")]
    public async Task What_was_kept_while_the_database_was_away_counts_once_and_stands_once(string way)
    {
        await using var user = await host.OpenClientAsync(way);
        await user.SayAsync("Hello");
        await user.PressAsync("report:language:en");
        await user.WaitForAsync("report:go:leave");
        var kept = $"It was after school ({way})";
        await using (var db = host.Db())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Conversations\" RENAME TO \"Away\"");
            var posted = user.Page.WaitForResponseAsync(response => response.Request.Method == "POST" && response.Url.EndsWith("/activities", StringComparison.Ordinal));
            await user.SayAsync(kept);
            Assert.Equal(200, (await posted).Status);
            await user.Browser.ScreenshotAsync($"client-{way}-kept", wholePage: false);
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Away\" RENAME TO \"Conversations\"");
        }

        await user.SeesAllSentAsync();
        await user.WalkToReceiptAsync($"They laugh at me ({way})", "Taraz");
        Assert.Single(await user.MyWordsAsync(), words => words == kept);
        Assert.Single((await host.SignalsAsync())[^1].Content.Story, part => part.Text == kept);
    }
}
