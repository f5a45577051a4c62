using System.Net;

namespace Senim.FakeBotApi.Tests;

public class Faults : BotClient
{
    [Fact]
    public async Task A_flood_wait_hits_the_next_calls_and_says_how_long()
    {
        Server.SendText(Child, "hi");
        Server.AddFault(Fault.TooManyRequests(7) with { Times = 2 });

        for (var i = 0; i < 2; i++)
        {
            var answer = await AnswerAsync("sendMessage", new { chat_id = Child, text = "x" });
            Assert.Equal((429, 7), (answer["error_code"]!.GetValue<int>(), answer["parameters"]!["retry_after"]!.GetValue<int>()));
        }

        await SaysAsync("through");
        Assert.Equal(["through"], Server.Chat(Child).BotMessages.Select(message => message.Text));
        Assert.Equal(2, Server.Counters.Refusals);
    }

    [Fact]
    public async Task A_fault_can_be_for_one_method_or_one_chat()
    {
        Server.SendText(77, "hi");
        Server.AddFault(Fault.Refuse(500, "Internal Server Error") with { ChatId = 77 });
        Server.AddFault(Fault.TooManyRequests(1) with { Method = "deleteMessage" });
        var id = await SaysAsync("fine");

        Assert.Equal("500 Internal Server Error", await RefusalAsync("sendMessage", new { chat_id = 77, text = "x" }));
        Assert.StartsWith("429", await RefusalAsync("deleteMessage", new { chat_id = Child, message_id = id }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polls_are_spared_unless_named()
    {
        Server.AddFault(Fault.TooManyRequests(1));
        await UpdatesAsync();
        Server.AddFault(Fault.TooManyRequests(1) with { Method = "getUpdates" });

        Assert.StartsWith("429", await RefusalAsync("getUpdates"), StringComparison.Ordinal);
        Server.ClearFaults();
        await SaysAsync("fine");
    }

    [Fact]
    public async Task A_gateway_answers_with_a_page()
    {
        Server.AddFault(Fault.BadGateway());
        using var response = await GetAsync($"/bot{Server.Token}/getMe");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_dropped_request_does_nothing_and_a_dropped_answer_hides_what_was_done()
    {
        Server.SendText(Child, "hi");
        Server.AddFault(Fault.DropRequest());
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync("sendMessage", new { chat_id = Child, text = "lost" }));
        Server.AddFault(Fault.DropAnswer());
        await Assert.ThrowsAsync<HttpRequestException>(() => CallAsync("sendMessage", new { chat_id = Child, text = "done" }));

        Assert.Equal(["done"], Server.Chat(Child).BotMessages.Select(message => message.Text));
    }

    [Fact]
    public async Task A_delayed_call_is_carried_out_in_the_end()
    {
        Server.SendText(Child, "hi");
        Server.AddFault(Fault.Delay(TimeSpan.FromMilliseconds(20)));

        Assert.NotEqual(0, await SaysAsync("late"));
    }

    [Fact]
    public async Task A_wait_that_fails_tells_what_the_chat_shows()
    {
        await SaysAsync("something else");

        var failed = await Assert.ThrowsAsync<TimeoutException>(() => Server.WaitForBotMessageAsync(Child, message => message.Text == "expected", TimeSpan.FromMilliseconds(10)));

        Assert.Contains("something else", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_know_nothing_of_each_other()
    {
        await using var other = await FakeBotApiServer.StartAsync("99:other");
        Server.SendText(Child, "here");

        Assert.Empty(other.ChatIds);
        Assert.NotEqual(Server.BaseUrl, other.BaseUrl);
        Assert.Equal(99, other.BotId);
    }

    [Fact]
    public async Task The_log_has_every_call_in_order()
    {
        await SaysAsync("x");
        await RefusalAsync("deleteMessage", new { chat_id = Child, message_id = 1 });

        Assert.Equal(["1 sendMessage 0", "2 deleteMessage 400"], Server.Calls.Select(call => $"{call.Number} {call.Method} {call.ErrorCode}"));
        Assert.Equal(("x", Child), (Server.Calls[0]["text"], Server.Calls[0].ChatId));
        Assert.Equal(1, Server.CountCalls("sendMessage"));
    }
}
