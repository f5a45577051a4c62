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
    public async Task What_is_said_without_a_connection_arrives_once_and_in_order_when_it_is_back()
    {
        await using var user = await (await host.OpenAsync(Screen.Phone)).OpenAsync();
        await user.PressAsync("report:language:en");
        await user.SeesAsync("AskSafe");
        await user.PressAsync("report:safe:safe");
        await user.SeesAsync("AskWhat");
        await user.PressAsync("report:what:skip");
        await user.SeesAsync("AskStory");

        await user.Browser.Context.SetOfflineAsync(true);
        string[] said = ["First they laughed", "Then they took my phone", "It was after school"];
        foreach (var each in said)
            await user.SayAsync(each);
        await Assertions.Expect(user.Notice).ToContainTextAsync("goes by itself", new() { Timeout = 30_000 });
        await user.Browser.ScreenshotAsync("chat-offline", wholePage: false);
        Assert.Equal(3, await user.Page.Locator(".waiting").CountAsync());
        await user.Browser.Context.SetOfflineAsync(false);

        await user.SeesAllSentAsync();
        await Assertions.Expect(user.Notice).ToBeEmptyAsync();
        await user.PressAsync("report:story:done");
        await user.SeesAsync("AskPlace");
        await user.PressAsync("report:place:skip");
        await user.SeesAsync("Review");
        await user.PressAsync("report:review:send");
        await user.SeesAsync("Receipt");
        var signal = (await host.SignalsAsync())[^1];

        Assert.Equal(said, signal.Content.Story.Select(part => part.Text));
        Assert.Equal(said, (await user.MyWordsAsync()).Where(said.Contains));
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
