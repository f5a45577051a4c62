namespace Senim.FakeBotApi.Tests;

public class DeletingAndAnswering : BotClient
{
    [Fact]
    public async Task Both_sides_messages_can_be_deleted_in_a_private_chat()
    {
        var typed = Server.SendText(Child, "hi");
        var own = await SaysAsync("hello");

        await CallAsync("deleteMessage", new { chat_id = Child, message_id = typed });
        await CallAsync("deleteMessage", new { chat_id = Child, message_id = own });

        Assert.Empty(Server.Chat(Child).Messages);
        Assert.Equal("400 Bad Request: message to delete not found", await RefusalAsync("deleteMessage", new { chat_id = Child, message_id = own }));
    }

    [Fact]
    public async Task After_48_hours_nothing_can_be_deleted()
    {
        var id = await SaysAsync("hello");

        Server.AdvanceClock(TimeSpan.FromHours(47));
        var fresh = await SaysAsync("again");
        Server.AdvanceClock(TimeSpan.FromHours(1));

        Assert.StartsWith("400 Bad Request: message can't be deleted", await RefusalAsync("deleteMessage", new { chat_id = Child, message_id = id }), StringComparison.Ordinal);
        Assert.StartsWith("400 Bad Request: message can't be deleted", await RefusalAsync("deleteMessages", new { chat_id = Child, message_ids = new[] { fresh, id } }), StringComparison.Ordinal);
        await CallAsync("editMessageText", new { chat_id = Child, message_id = id, text = "-" });
        await CallAsync("deleteMessage", new { chat_id = Child, message_id = fresh });
    }

    [Fact]
    public async Task Many_are_deleted_at_once_and_missing_ones_are_skipped()
    {
        var ids = new[] { Server.SendText(Child, "a"), Server.SendText(Child, "b"), 99999 };

        await CallAsync("deleteMessages", new { chat_id = Child, message_ids = ids });

        Assert.Empty(Server.Chat(Child).Messages);
        Assert.Equal("400 Bad Request: message identifiers are not specified", await RefusalAsync("deleteMessages", new { chat_id = Child, message_ids = Array.Empty<int>() }));
        Assert.Equal("400 Bad Request: too many message identifiers specified", await RefusalAsync("deleteMessages", new { chat_id = Child, message_ids = Enumerable.Range(1, 101) }));
        await CallAsync("deleteMessages", new { chat_id = Child, message_ids = Enumerable.Range(1000, 100) });
    }

    [Fact]
    public async Task In_a_group_the_bot_deletes_only_its_own()
    {
        Server.AddToGroup(-100, "Class", Child);
        var typed = Server.SendText(-100, "hi", fromUserId: Child);

        Assert.Equal("400 Bad Request: message can't be deleted", await RefusalAsync("deleteMessage", new { chat_id = -100, message_id = typed }));
    }

    [Fact]
    public async Task A_press_carries_its_message_and_is_answered_within_its_time()
    {
        var id = await SaysAsync("?", Keyboard("A", "a"));
        var query = Server.PressButton(Child, id, "a");

        var update = (await UpdatesAsync())[^1]!["callback_query"]!;
        await CallAsync("answerCallbackQuery", new { callback_query_id = query, text = "Ok", show_alert = true });

        Assert.Equal((query, "a", id), (update["id"]!.GetValue<string>(), update["data"]!.GetValue<string>(), update["message"]!["message_id"]!.GetValue<int>()));
        Assert.Equal(new CallbackAnswer(query, "Ok", true), Assert.Single(Server.Chat(Child).CallbackAnswers));
        Server.AdvanceClock(TimeSpan.FromMinutes(16));
        Assert.Equal("400 Bad Request: query is too old and response timeout expired or query ID is invalid", await RefusalAsync("answerCallbackQuery", new { callback_query_id = query }));
    }

    [Fact]
    public async Task An_unknown_query_or_a_long_answer_is_refused()
    {
        var query = Server.PressButton(Child, await SaysAsync("?", Keyboard("A", "a")), "a");

        Assert.StartsWith("400 Bad Request: query is too old", await RefusalAsync("answerCallbackQuery", new { callback_query_id = "made-up" }), StringComparison.Ordinal);
        Assert.StartsWith("400 Bad Request: query is too old", await RefusalAsync("answerCallbackQuery"), StringComparison.Ordinal);
        Assert.Equal("400 Bad Request: MESSAGE_TOO_LONG", await RefusalAsync("answerCallbackQuery", new { callback_query_id = query, text = new string('a', 201) }));
    }

    [Fact]
    public async Task A_user_can_only_press_what_is_there_except_in_the_moment_of_a_change()
    {
        var id = await SaysAsync("?", Keyboard("A", "a"));
        await CallAsync("deleteMessage", new { chat_id = Child, message_id = id });

        Assert.Throws<InvalidOperationException>(() => Server.PressButton(Child, id, "a"));
        Server.PressStaleButton(Child, id, "a");
        Assert.Equal(0, (await UpdatesAsync())[^1]!["callback_query"]!["message"]!["date"]!.GetValue<int>());
    }
}
