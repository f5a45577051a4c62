using Microsoft.EntityFrameworkCore;
using Senim.FakeBotApi;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Whatever comes is answered calmly, and nothing that was said is lost.</summary>
public sealed class OddMessages(WebhookFixture fixture) : IClassFixture<WebhookFixture>
{
    private static int _lastChat = 1000;

    private readonly TelegramHost host = fixture.Host;

    public static TheoryData<string, string> Texts() => new()
    {
        { "emoji only", "😭😭😭" },
        { "one emoji of many parts", "👨‍👩‍👧‍👦" },
        { "4,096 letters", new string('ә', 4096) },
        { "4,096 without a space, in emoji", string.Concat(Enumerable.Repeat("😭", 2048)) },
        { "marks from right to left", "\u202Eмаған қорқынышты\u202C \u200Fпомощь нужна" },
        { "combining marks", "а" + new string('\u0301', 4095) },
        { "signs alone", "!!!???..." },
        { "a slash alone", "/" },
        { "the form of a button", "report:review:send" },
        { "the form of markup", "<b>hi</b> *a* _b_ [c](http://example.org) `d`" },
        { "zero", "a\u0000b" },
        { "a mathematical alphabet", "𝓱𝓮𝓵𝓹" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Odd_words_are_answered_calmly_and_kept_as_they_came(string which, string text)
    {
        var child = await BeginAsync();
        await child.TypesAsync(text);
        Assert.True(child.Screen.Buttons.Any(), which);
        await child.PressesAsync("Сейчас опасно");

        Assert.Equal([text], await StoryAsync(child));
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task Ten_thousand_combining_marks_in_several_messages_are_kept()
    {
        var child = await BeginAsync();
        string[] parts = ["а" + new string('\u0301', 4095), new string('\u0302', 4096), new string('\u0303', 1808)];
        foreach (var part in parts)
            await child.TypesAsync(part);
        await child.PressesAsync("Сейчас опасно");

        Assert.Equal(parts, await StoryAsync(child));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B\u200E\u2060")]
    public async Task Nothing_to_be_seen_is_answered_calmly(string text)
    {
        var child = await BeginAsync();
        var message = new System.Text.Json.Nodes.JsonObject
        {
            ["message"] = new System.Text.Json.Nodes.JsonObject
            {
                ["message_id"] = 90_000 + _lastChat,
                ["date"] = 1_700_000_000,
                ["chat"] = new System.Text.Json.Nodes.JsonObject { ["id"] = child.Id, ["type"] = "private" },
                ["text"] = text,
            },
        };
        host.Telegram.PushUpdate(message.ToJsonString(), child.Id);
        await host.Telegram.WaitUntilDeliveredAsync();

        Assert.NotEmpty(child.Chat.LastBotMessage!.Buttons);
        Assert.Empty(host.Logs.Errors);
    }

    public static TheoryData<string, Action<FakeBotApiServer, long>> Things() => new()
    {
        { "sticker", (telegram, chat) => telegram.SendSticker(chat) },
        { "contact", (telegram, chat) => telegram.SendContact(chat, "+70000000000") },
        { "die", (telegram, chat) => telegram.SendOther(chat, "dice", System.Text.Json.Nodes.JsonNode.Parse("""{"emoji":"🎲","value":3}""")!) },
        { "voice", (telegram, chat) => telegram.SendVoice(chat) },
        { "photo", (telegram, chat) => telegram.SendPhoto(chat, "бұл мен") },
        { "video", (telegram, chat) => telegram.SendVideo(chat) },
        { "video note", (telegram, chat) => telegram.SendVideoNote(chat) },
        { "document", (telegram, chat) => telegram.SendDocument(chat, "a.txt") },
        { "location in Kazakhstan", (telegram, chat) => telegram.SendLocation(chat, 53.21, 63.63) },
        { "location at sea", (telegram, chat) => telegram.SendLocation(chat, 0, 0) },
        { "something new", (telegram, chat) => telegram.SendOther(chat, "hologram", System.Text.Json.Nodes.JsonNode.Parse("{}")!) },
    };

    [Theory]
    [MemberData(nameof(Things))]
    public async Task A_thing_without_words_is_answered_calmly(string which, Action<FakeBotApiServer, long> send)
    {
        var child = await BeginAsync();
        await child.SendsAsync(send);

        Assert.True(child.Screen.Buttons.Any(), which);
        Assert.Empty(host.Logs.Errors);
    }

    [Fact]
    public async Task An_edited_message_is_an_addition()
    {
        var child = await BeginAsync();
        await child.TypesAsync("/start");
        host.Telegram.AddFault(Fault.BadGateway() with { Method = "deleteMessage", ChatId = child.Id });
        var typed = await child.TypesAsync("меня дразнят");
        host.Telegram.EditMessage(child.Id, typed, "меня дразнят и бьют");
        await host.Telegram.WaitUntilDeliveredAsync();
        await child.PressesAsync("Сейчас опасно");

        Assert.Equal(["меня дразнят", "меня дразнят и бьют"], await StoryAsync(child));
    }

    private async Task<Child> BeginAsync()
    {
        var child = host.Child(Interlocked.Increment(ref _lastChat));
        await child.TypesAsync("/start");
        await child.PressesAsync("Русский");
        await child.PressesAsync("Да, безопасно");
        return child;
    }

    private async Task<IEnumerable<string>> StoryAsync(Child child)
    {
        var signal = (await host.StateAsync(child.Id)).Signal!.Value;
        return (await host.ReadAsync(signal.Value)).Story.Select(part => part.Text);
    }
}
