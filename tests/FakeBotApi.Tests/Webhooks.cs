using System.Net;

namespace Senim.FakeBotApi.Tests;

public class Webhooks : BotClient
{
    private readonly HookTarget _hook = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _hook.DisposeAsync();
    }

    [Fact]
    public async Task Updates_are_posted_with_the_secret()
    {
        await SetAsync(secret: "s3cret_-");
        Server.SendText(Child, "hi");
        await Server.WaitUntilDeliveredAsync();

        var received = Assert.Single(_hook.Received);
        Assert.Equal("s3cret_-", received.Secret);
        Assert.Equal("hi", received.Text);
        Assert.Equal(1, Server.Counters.UpdatesDone);
    }

    [Fact]
    public async Task What_waited_before_the_webhook_was_set_is_posted_too()
    {
        Server.SendText(Child, "early");
        await SetAsync();
        await Server.WaitUntilDeliveredAsync();

        Assert.Equal(["early"], _hook.Received.Select(update => update.Text));
    }

    [Fact]
    public async Task A_failing_chat_waits_in_order_while_others_go_on()
    {
        var broken = true;
        _hook.Answer = update => broken && update.ChatId == Child ? (HttpStatusCode.InternalServerError, "") : (HttpStatusCode.OK, "");
        await SetAsync();
        Server.SendText(Child, "one");
        Server.SendText(Child, "two");
        Server.SendText(77, "other");
        await Server.WaitUntilAsync(() => _hook.Received.Any(update => update.ChatId == 77) && Server.Counters.FailedDeliveries >= 3);
        Assert.DoesNotContain(_hook.Received, update => update.Text == "two");
        Assert.Contains("500", (await CallAsync("getWebhookInfo"))["last_error_message"]!.GetValue<string>(), StringComparison.Ordinal);

        broken = false;
        await Server.WaitUntilDeliveredAsync();

        Assert.Equal(["one", "two"], _hook.Received.Where(update => update.ChatId == Child).Select(update => update.Text).Distinct());
        Assert.Equal("two", _hook.Received[^1].Text);
    }

    [Fact]
    public async Task Retry_after_sets_the_wait()
    {
        var answers = 0;
        _hook.Answer = _ => ++answers == 1 ? (HttpStatusCode.ServiceUnavailable, "2") : (HttpStatusCode.OK, "");
        await SetAsync();
        Server.SendText(Child, "hi");
        await Server.WaitUntilDeliveredAsync();

        Assert.Equal(2, answers);
        Assert.Equal(1, Server.Counters.FailedDeliveries);
    }

    [Fact]
    public async Task A_method_in_the_answer_is_carried_out_and_its_result_thrown_away()
    {
        _hook.Answer = update => (HttpStatusCode.OK, update.Text == "hi"
            ? $$"""{"method":"sendMessage","chat_id":{{update.ChatId}},"text":"answered"}"""
            : """{"method":"sendMessage","chat_id":1,"text":"to nobody"}""");
        await SetAsync();
        Server.SendText(Child, "hi");
        await Server.WaitForBotMessageAsync(Child, message => message.Text == "answered");
        Server.SendText(Child, "again");
        await Server.WaitUntilDeliveredAsync();

        Assert.Equal(["", "Bad Request: chat not found"], Server.CallsOf("sendMessage").Select(call => call.Description ?? ""));
        Assert.All(Server.CallsOf("sendMessage"), call => Assert.True(call.FromWebhook));
        Assert.Equal(2, _hook.Received.Count);
    }

    [Fact]
    public async Task Delivered_twice_an_update_is_posted_again_before_the_next()
    {
        await SetAsync();
        Server.DeliverTwice = true;
        Server.SendText(Child, "a");
        Server.SendText(Child, "b");
        await Server.WaitUntilDeliveredAsync();

        Assert.Equal(["a", "a", "b", "b"], _hook.Received.Select(update => update.Text));
    }

    [Fact]
    public async Task Chats_go_side_by_side_within_max_connections_and_each_in_order()
    {
        var (now, most, seen) = (0, 0, 0);
        using var allThree = new CountdownEvent(3);
        _hook.Answer = _ =>
        {
            var atOnce = Interlocked.Increment(ref now);
            lock (allThree)
                most = Math.Max(most, atOnce);
            if (Interlocked.Increment(ref seen) <= 3)
            {
                allThree.Signal();
                allThree.Wait(TimeSpan.FromSeconds(20));
            }

            Interlocked.Decrement(ref now);
            return (HttpStatusCode.OK, "");
        };
        for (var text = 0; text < 5; text++)
        {
            for (var chat = 1; chat <= 40; chat++)
                Server.SendText(chat, $"{text}");
        }

        await _hook.StartAsync();
        await CallAsync("setWebhook", new { url = _hook.Url, max_connections = 3 });
        await Server.WaitUntilDeliveredAsync();

        Assert.Equal(3, most);
        Assert.All(
            _hook.Received.GroupBy(update => update.ChatId),
            chat => Assert.Equal(["0", "1", "2", "3", "4"], chat.Select(update => update.Text)));
    }

    [Fact]
    public async Task A_waiting_poll_ends_when_a_webhook_is_set()
    {
        var poll = RefusalAsync("getUpdates", new { timeout = 50 });
        await SetAsync();

        Assert.StartsWith("409 Conflict: ", await poll, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polling_is_refused_while_a_webhook_is_set_and_works_again_after()
    {
        await SetAsync();
        Assert.StartsWith("409 Conflict: can't use getUpdates method while webhook is active", await RefusalAsync("getUpdates"), StringComparison.Ordinal);

        await CallAsync("deleteWebhook");
        Server.SendText(Child, "hi");

        Assert.Single(await UpdatesAsync());
        Assert.Equal("", (await CallAsync("getWebhookInfo"))["url"]!.GetValue<string>());
        Assert.Empty(_hook.Received);
    }

    [Fact]
    public async Task Waiting_updates_can_be_dropped()
    {
        Server.SendText(Child, "old");

        await CallAsync("deleteWebhook", new { drop_pending_updates = true });

        Assert.Empty(await UpdatesAsync());
    }

    [Fact]
    public async Task The_settings_are_told_back_and_hold_updates_back()
    {
        await CallAsync("setWebhook", new { url = _hook.Url, max_connections = 3, allowed_updates = new[] { "callback_query" } });
        Server.SendText(Child, "not wanted");

        var info = await CallAsync("getWebhookInfo");
        Assert.Equal(_hook.Url, info["url"]!.GetValue<string>());
        Assert.Equal(3, info["max_connections"]!.GetValue<int>());
        Assert.Equal("""["callback_query"]""", info["allowed_updates"]!.ToJsonString());
        Assert.Equal(0, info["pending_update_count"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("http://example.org/hook", null, null, "bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("nonsense", null, null, "invalid webhook URL specified")]
    [InlineData("https://example.org/hook", "with space", null, "secret token contains unallowed characters")]
    [InlineData("https://example.org/hook", null, 101, "max_connections must be between 1 and 100")]
    public async Task Wrong_settings_are_refused(string url, string? secret, int? connections, string expected) =>
        Assert.Equal($"400 Bad Request: {expected}", await RefusalAsync("setWebhook", new { url, secret_token = secret, max_connections = connections }));

    private async Task SetAsync(string? secret = null)
    {
        await _hook.StartAsync();
        await CallAsync("setWebhook", new { url = _hook.Url, secret_token = secret });
    }
}
