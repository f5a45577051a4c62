using Microsoft.EntityFrameworkCore;
using Senim.Bots.Tests.Turns;
using Senim.FakeBotApi;

namespace Senim.Bots.Tests.Telegram;

/// <summary>An update is confirmed only once it is durable.</summary>
public sealed class PollingForUpdates
{
    private const int Chats = 20;
    private const int PerChat = 5;

    [Fact]
    public async Task With_the_database_away_in_the_middle_of_a_batch_polling_stands_and_then_nothing_is_lost()
    {
        await using var host = await TelegramHost.ByPollingAsync(new TestFlow(), SendHundred, store => store.BreakAfter(37));
        await host.Telegram.WaitUntilAsync(() => host.Store.Refused > 0, TimeSpan.FromSeconds(20));
        Assert.True(host.Telegram.PendingUpdates > 0);

        // Some chats get on and others do not, again and again.
        for (var i = 0; i < 3; i++)
        {
            var refused = host.Store.Refused;
            host.Store.BreakAfter(13);
            await host.Telegram.WaitUntilAsync(() => host.Store.Refused > refused, TimeSpan.FromSeconds(20));
        }

        host.Store.BreakAfter(null);
        await host.Telegram.WaitUntilDeliveredAsync();

        await AssertEachChatInOrderAsync(host);
    }

    [Fact]
    public async Task Everything_delivered_twice_has_one_effect_each()
    {
        await using var host = await TelegramHost.ByPollingAsync(new TestFlow(), telegram =>
        {
            telegram.DeliverTwice = true;
            SendHundred(telegram);
        });
        await host.Telegram.WaitUntilDeliveredAsync();

        await AssertEachChatInOrderAsync(host);
        for (var chat = 1; chat <= Chats; chat++)
            Assert.Single(host.Telegram.Chat(chat).BotMessages);
    }

    [Fact]
    public async Task The_offset_stands_at_the_first_update_that_is_not_stored()
    {
        await using var host = await TelegramHost.ByPollingAsync(new TestFlow());
        host.Telegram.SendText(1, "one");
        await host.Telegram.WaitUntilDeliveredAsync();
        host.Store.BreakAfter(0);
        host.Telegram.SendText(1, "two");
        host.Telegram.SendText(1, "three");
        await host.Telegram.WaitUntilAsync(() => host.Store.Refused >= 3);

        await host.Telegram.WaitUntilAsync(() => host.Telegram.CallsOf("getUpdates").Count(call => call["offset"] == "500000001") >= 3);
        Assert.DoesNotContain(host.Telegram.CallsOf("getUpdates"), call => call["offset"] is "500000002" or "500000003");
        Assert.Equal(2, host.Telegram.PendingUpdates);
        Assert.Contains(host.Logs.Errors, line => line.Id == 45);
    }

    [Fact]
    public async Task Behind_an_update_that_is_not_stored_the_chats_later_ones_wait()
    {
        await using var host = await TelegramHost.ByPollingAsync(new TestFlow(), telegram =>
        {
            foreach (var word in (string[])["one", "two", "three"])
                telegram.SendText(1, word);
        }, store => store.RefuseNext(1));
        await host.Telegram.WaitUntilDeliveredAsync();
        host.Telegram.SendText(1, "send");
        await host.Telegram.WaitUntilDeliveredAsync();

        await using var db = host.Db();
        Assert.Equal(["one", "two", "three", "send"], (await host.ReadAsync((await db.Signals.SingleAsync()).Id)).Story.Select(part => part.Text));
    }

    [Fact]
    public async Task A_second_poller_is_met_with_patience()
    {
        await using var host = await TelegramHost.ByPollingAsync(new TestFlow());
        using var http = new HttpClient();
        using var other = await http.GetAsync(new Uri($"{host.Telegram.BaseUrl}/bot{host.Telegram.Token}/getUpdates?timeout=0"));
        await host.Telegram.WaitUntilAsync(() => host.Logs.Errors.Any(line => line.Id == 43 && line.Text.Contains("409", StringComparison.Ordinal)));
        host.Telegram.SendText(1, "hello");
        await host.Telegram.WaitForBotMessageAsync(1);
    }

    [Fact]
    public async Task Failures_of_polling_pass()
    {
        await using var host = await TelegramHost.ByPollingAsync(new TestFlow(), telegram =>
        {
            foreach (var fault in (Fault[])[Fault.BadGateway(), Fault.DropRequest(), Fault.DropAnswer(), Fault.TooManyRequests(1), Fault.Refuse(500, "Internal Server Error")])
                telegram.AddFault(fault with { Method = "getUpdates" });
        });
        host.Telegram.SendText(1, "hello");
        await host.Telegram.WaitForBotMessageAsync(1);

        Assert.Single(host.Telegram.Chat(1).BotMessages);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(900_000_000)]
    public async Task Numbers_that_jump_after_a_quiet_week_stop_nothing(int next)
    {
        await using var host = await TelegramHost.ByPollingAsync(new TestFlow());
        host.Telegram.SendText(1, "one");
        await host.Telegram.WaitUntilDeliveredAsync();
        host.Telegram.JumpUpdateIdsTo(next);
        host.Telegram.SendText(1, "two");
        host.Telegram.SendText(1, "send");
        await host.Telegram.WaitUntilDeliveredAsync();

        await using var db = host.Db();
        Assert.Equal(["one", "two", "send"], (await host.ReadAsync((await db.Signals.SingleAsync()).Id)).Story.Select(part => part.Text));
    }

    [Fact]
    public async Task An_update_that_the_library_refuses_does_not_hold_up_the_others()
    {
        await using var host = await TelegramHost.ByPollingAsync(new TestFlow(), telegram =>
        {
            telegram.PushUpdate("""{"message":{"message_id":1,"chat":"changed","date":1,"text":"x"}}""");
            telegram.PushUpdate("""{"message":[1]}""");
            telegram.SendText(1, "hello");
        });
        await host.Telegram.WaitUntilDeliveredAsync();

        Assert.EndsWith("heard 1", Assert.Single(host.Telegram.Chat(1).BotMessages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_left()
    {
        await using var host = await TelegramHost.ByPollingAsync(new TestFlow());
        host.Telegram.AddToGroup(-900, "class", byUserId: 41);
        await host.Telegram.WaitUntilAsync(() => host.Telegram.Chat(-900).BotStatus == "left");

        Assert.Empty(host.Telegram.CallsOf("sendMessage"));
    }

    [Fact]
    public async Task Presses_are_answered_and_typed_words_removed_by_calls_of_their_own()
    {
        await using var host = await TelegramHost.ByPollingAsync();
        var child = host.Child(41);
        await child.TypesAsync("нужен совет");
        await host.Telegram.WaitUntilAsync(() => child.Chat.UserMessages.Count == 0);
        await child.PressesAsync("Русский");
        await host.Telegram.WaitUntilAsync(() => child.Chat.CallbackAnswers.Count == 1);

        Assert.DoesNotContain(host.Telegram.Calls, call => call.FromWebhook);
    }

    private static void SendHundred(FakeBotApiServer telegram)
    {
        for (var word = 1; word < PerChat; word++)
        {
            for (var chat = 1; chat <= Chats; chat++)
                telegram.SendText(chat, $"{chat}-{word}");
        }

        for (var chat = 1; chat <= Chats; chat++)
            telegram.SendText(chat, "send");
    }

    private static async Task AssertEachChatInOrderAsync(TelegramHost host)
    {
        await using var db = host.Db();
        var stories = new List<string>();
        foreach (var signal in await db.Signals.ToListAsync())
            stories.Add(string.Join(' ', (await host.ReadAsync(signal.Id)).Story.Select(part => part.Text)));
        var expected = Enumerable.Range(1, Chats).Select(chat => string.Join(' ', Enumerable.Range(1, PerChat - 1).Select(word => $"{chat}-{word}").Append("send")));
        Assert.Equal(expected.Order(StringComparer.Ordinal), stories.Order(StringComparer.Ordinal));
        Assert.Equal(Chats * PerChat, await db.Deliveries.CountAsync());
    }
}
