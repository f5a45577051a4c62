using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Senim.Browser;

namespace Senim.EndToEnd.Tests.ChatPage;

public sealed class WhenTheWayIsBad(ChatPageHost host) : IClassFixture<ChatPageHost>
{
    [ChromiumFact]
    public async Task A_danger_press_before_the_token_is_there_waits_and_counts_once()
    {
        var before = (await host.SignalsAsync()).Count;
        await using var user = await host.OpenAsync(Screen.Phone);
        var release = new TaskCompletionSource();
        await user.Page.RouteAsync("**/tokens/generate", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        await user.OpenAsync();

        await user.Danger.ClickAsync();
        await user.Danger.ClickAsync();
        await user.Danger.ClickAsync();
        await Assertions.Expect(user.Mine).ToHaveCountAsync(1);
        await Assertions.Expect(user.Notice).ToContainTextAsync("112", new() { Timeout = 30_000 });
        release.SetResult();
        await user.SeesAsync("DangerHelp");

        await Assertions.Expect(user.Mine).ToHaveCountAsync(1);
        await Assertions.Expect(user.Notice).ToBeEmptyAsync();
        Assert.Equal(before + 1, (await host.SignalsAsync()).Count);
        Assert.Empty(user.Browser.Complaints);
    }

    [ChromiumFact]
    public async Task What_is_said_during_half_a_minute_without_a_connection_arrives_once_and_in_order()
    {
        await using var user = await host.OpenAsync(Screen.Phone);
        var cut = new TaskCompletionSource();
        await user.Page.RouteAsync("**/activities", async route =>
        {
            // The connection breaks once the service has the message, before its answer is here.
            if (route.Request.Method == "POST" && route.Request.PostData?.Contains("First", StringComparison.Ordinal) == true && !cut.Task.IsCompleted)
            {
                await route.FetchAsync();
                await user.Browser.Context.SetOfflineAsync(true);
                await route.AbortAsync();
                cut.SetResult();
                return;
            }

            await route.ContinueAsync();
        });
        await user.OpenAsync();
        await user.PressAsync("report:language:en");
        await user.SeesAsync("AskSafe");
        await new Walk().ToAsync(user, "AskStory");

        string[] said = ["First they laughed", "Then they took my phone", "It was after school"];
        await user.SayAsync(said[0]);
        await cut.Task;
        var since = TimeProvider.System.GetTimestamp();
        foreach (var each in said.Skip(1))
            await user.SayAsync(each);
        await Assertions.Expect(user.Notice).ToContainTextAsync("goes by itself", new() { Timeout = 30_000 });
        await user.Browser.ScreenshotAsync("chat-offline", wholePage: false);
        await Task.Delay(TimeSpan.FromSeconds(30) - TimeProvider.System.GetElapsedTime(since));
        Assert.InRange(await user.Page.Locator(".waiting").CountAsync(), 2, 3);
        await user.Browser.Context.SetOfflineAsync(false);

        await user.SeesAllSentAsync();
        await Assertions.Expect(user.Notice).ToBeEmptyAsync();
        await user.Browser.ScreenshotAsync("chat-offline-and-back", wholePage: false);
        await new Walk().ToReceiptAsync(user);
        var signal = (await host.SignalsAsync())[^1];

        Assert.Equal(said, signal.Content.Story.Select(part => part.Text));
        Assert.Equal(said, (await user.MyWordsAsync()).Where(said.Contains));
    }

    [ChromiumFact]
    public async Task At_64_kbit_a_second_and_2_seconds_delay_the_first_question_is_there_within_4_seconds_and_can_be_answered()
    {
        await using var user = await host.OpenAsync(Screen.Phone);
        var network = await user.Browser.Context.NewCDPSessionAsync(user.Page);
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 2000,
            ["downloadThroughput"] = 64_000 / 8,
            ["uploadThroughput"] = 64_000 / 8,
        });

        await user.OpenAsync();
        await Assertions.Expect(user.Button("report:language:kk")).ToBeVisibleAsync();
        var painted = await user.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        await user.Browser.ScreenshotAsync("chat-slow-first", wholePage: false);
        Assert.InRange(painted, 2000, 4000);

        await user.PressAsync("report:language:kk");
        await user.Browser.ScreenshotAsync("chat-slow-waiting", wholePage: false);
        await user.SeesAsync("AskSafe");
        await user.SayAsync("Мені көмек керек");
        await user.SeesAllSentAsync();
        Assert.Empty(user.Browser.Complaints);
    }

    [ChromiumFact]
    public async Task A_post_whose_answer_was_lost_is_sent_again_and_counts_once()
    {
        await using var user = await host.OpenAsync(Screen.Phone);
        var lost = 0;
        await user.Page.RouteAsync("**/activities", async route =>
        {
            if (route.Request.Method != "POST" || lost++ > 1)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync();
        });
        await user.OpenAsync();

        await user.PressAsync("report:language:ru");
        await user.SeesAsync("AskSafe");
        await user.SeesAllSentAsync();

        await Assertions.Expect(user.Mine).ToHaveCountAsync(1);
        await Assertions.Expect(user.Page.Locator("#log .bot")).ToHaveCountAsync(2);
    }

    [ChromiumFact]
    public async Task While_the_service_cannot_store_the_words_stay_and_go_when_it_can()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();
        await user.PressAsync("report:language:kk");
        await user.SeesAsync("AskSafe");
        await RenameAsync("Conversations", "Away");

        await user.SayAsync("Көмек керек");
        await Assertions.Expect(user.Notice).ToContainTextAsync("112", new() { Timeout = 30_000 });
        await Assertions.Expect(user.Page.Locator(".waiting")).ToContainTextAsync("Көмек керек");
        await RenameAsync("Away", "Conversations");

        await user.SeesAllSentAsync();
        await Assertions.Expect(user.Notice).ToBeEmptyAsync();
    }

    [ChromiumFact]
    public async Task A_conversation_whose_token_ran_out_goes_on_in_a_new_one()
    {
        await using var user = await host.OpenAsync(Screen.Phone);
        await user.OpenAsync();
        await user.PressAsync("report:language:ru");
        await user.SeesAsync("AskSafe");
        var refused = 0;
        await user.Page.RouteAsync("**/activities", route => route.Request.Method == "POST" && refused++ == 0
            ? route.FulfillAsync(new() { Status = 403, Body = "{}" })
            : route.ContinueAsync());

        await user.SayAsync("Можно ещё написать?");
        await user.SeesAllSentAsync();

        Assert.True(refused > 1);
    }

    [ChromiumFact]
    public async Task A_message_that_is_refused_for_good_is_told_and_does_not_hold_up_the_next()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();
        await user.PressAsync("report:language:en");
        await user.SeesAsync("AskSafe");
        var posts = 0;
        await user.Page.RouteAsync("**/activities", route => route.Request.Method == "POST" && posts++ == 0
            ? route.FulfillAsync(new() { Status = 413, Body = "{}" })
            : route.ContinueAsync());

        await user.SayAsync("Too much");
        await Assertions.Expect(user.Notice).ToContainTextAsync("did not go through");
        await user.SayAsync("Only this");

        await Assertions.Expect(user.Page.Locator("#log .bot").Last).ToContainTextAsync("kept", new() { Timeout = 30_000 });
        Assert.Equal("Only this", (await user.MyWordsAsync())[^1]);
    }

    private async Task RenameAsync(string from, string to)
    {
        await using var db = host.Db();
#pragma warning disable EF1002 // Both names are written above.
        await db.Database.ExecuteSqlRawAsync($"ALTER TABLE \"{from}\" RENAME TO \"{to}\"");
#pragma warning restore EF1002
    }
}
