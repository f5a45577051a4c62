using System.Text.Json.Nodes;

namespace Senim.FakeBotApi.Tests;

public class Polling : BotClient
{
    [Fact]
    public async Task An_update_comes_again_until_an_offset_confirms_it()
    {
        Server.SendText(Child, "one");
        Server.SendText(Child, "two");

        var first = Ids(await UpdatesAsync());
        Assert.Equal(first, Ids(await UpdatesAsync()));
        Assert.Equal(first[0] + 1, first[1]);
        Assert.Equal(first[1], Assert.Single(Ids(await UpdatesAsync(offset: first[1]))));
        Assert.Equal(first[1], Assert.Single(Ids(await UpdatesAsync())));
        Assert.Empty(await UpdatesAsync(offset: first[1] + 1));
        Assert.Equal((0, 2), (Server.PendingUpdates, Server.Counters.UpdatesDone));
    }

    [Fact]
    public async Task A_negative_offset_forgets_all_but_the_last()
    {
        for (var i = 0; i < 5; i++)
            Server.SendText(Child, $"text {i}");

        var last = await UpdatesAsync(offset: -2);

        Assert.Equal(["text 3", "text 4"], last.Select(update => update!["message"]!["text"]!.GetValue<string>()));
        Assert.Equal(2, Server.PendingUpdates);
    }

    [Fact]
    public async Task A_limit_cuts_the_batch()
    {
        for (var i = 0; i < 5; i++)
            Server.SendText(Child, $"text {i}");

        Assert.Equal(2, (await UpdatesAsync(limit: 2)).Count);
    }

    [Fact]
    public async Task A_long_poll_ends_with_the_first_update()
    {
        var poll = UpdatesAsync(timeout: 50);
        Server.SendText(Child, "now");

        Assert.Single(await poll);
    }

    [Fact]
    public async Task A_second_poller_ends_the_first()
    {
        var waiting = RefusalAsync("getUpdates", new { timeout = 50 });
        // Until the first is waiting, a newer request has nobody to end.
        while (!waiting.IsCompleted)
            await UpdatesAsync();

        Assert.StartsWith("409 Conflict: terminated by other getUpdates request", await waiting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_kept_and_the_wish_is_remembered()
    {
        await CallAsync("getUpdates", new { allowed_updates = new[] { "callback_query" } });
        Server.SendText(Child, "not wanted");
        Assert.Empty(await UpdatesAsync());

        await CallAsync("getUpdates", new { allowed_updates = Array.Empty<string>() });
        Server.SendText(Child, "wanted");
        Assert.Single(await UpdatesAsync());
    }

    [Fact]
    public async Task Ids_can_jump_down_and_a_stale_offset_then_confirms_nothing()
    {
        Server.SendText(Child, "before");
        var stale = Ids(await UpdatesAsync())[0] + 1;
        await UpdatesAsync(offset: stale);

        Server.JumpUpdateIdsTo(1000);
        Server.SendText(Child, "after the quiet week");

        Assert.Equal(1000, Assert.Single(Ids(await UpdatesAsync(offset: stale))));
        Assert.Equal(1000, Assert.Single(Ids(await UpdatesAsync(offset: stale))));
        Assert.Empty(await UpdatesAsync(offset: 1001));
    }

    [Fact]
    public async Task Delivered_twice_an_update_returns_once_more_after_it_was_confirmed()
    {
        Server.DeliverTwice = true;
        Server.SendText(Child, "twice");
        var id = Ids(await UpdatesAsync())[0];

        Assert.Equal(id, Assert.Single(Ids(await UpdatesAsync(offset: id + 1))));
        Assert.Empty(await UpdatesAsync(offset: id + 1));
    }

    [Fact]
    public async Task An_update_is_kept_for_a_day()
    {
        Server.SendText(Child, "old");
        Server.AdvanceClock(TimeSpan.FromHours(25));

        Assert.Empty(await UpdatesAsync());
    }

    [Fact]
    public async Task Raw_updates_arrive_word_for_word()
    {
        Server.PushUpdate("""{"kind_of_next_year":{"a":1}}""");
        Server.PushUpdate("""{"update_id":7,"message":null}""");

        var updates = await UpdatesAsync();

        Assert.Equal(1, updates[0]!["kind_of_next_year"]!["a"]!.GetValue<int>());
        Assert.Equal("""{"update_id":7,"message":null}""", updates[1]!.ToJsonString());
    }

    [Fact]
    public async Task Every_kind_of_content_has_its_field()
    {
        Server.DescribeUser(Child, "Aru", username: "aru", languageCode: "kk");
        Server.SendPhoto(Child, "look");
        Server.SendVoice(Child);
        Server.SendSticker(Child);
        Server.SendContact(Child, "+7 700 000 00 00");
        Server.SendLocation(Child, 43.2, 76.9);
        Server.SendVideo(Child);
        Server.SendVideoNote(Child);
        Server.SendDocument(Child, "note.pdf");
        Server.SendOther(Child, "dice", new JsonObject { ["emoji"] = "🎲", ["value"] = 4 });
        Server.EditMessage(Child, Server.SendText(Child, "/help me"), "help me");

        var updates = await UpdatesAsync();

        Assert.Equal(
            ["photo", "voice", "sticker", "contact", "location", "video", "video_note", "document", "dice", "text", "edited"],
            updates.Select(update => update!["edited_message"] is null ? update["message"]!.AsObject().First(field => field.Key is not ("message_id" or "from" or "chat" or "date")).Key : "edited"));
        Assert.Equal("kk", updates[0]!["message"]!["from"]!["language_code"]!.GetValue<string>());
        Assert.Equal("look", updates[0]!["message"]!["caption"]!.GetValue<string>());
        Assert.Equal("bot_command", updates[9]!["message"]!["entities"]![0]!["type"]!.GetValue<string>());
    }

    private static int[] Ids(JsonArray updates) => [.. updates.Select(update => update!["update_id"]!.GetValue<int>())];
}
