using System.Net;
using Microsoft.EntityFrameworkCore;
using Senim.Bots.Tests.Turns;
using Senim.FakeBotApi;

namespace Senim.Bots.Tests.Telegram;

public sealed class ReceivingByWebhook : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private TelegramHost _host = null!;

    public async Task InitializeAsync() => _host = await TelegramHost.ByWebhookAsync();

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_answer_to_a_press_ends_the_press()
    {
        var child = _host.Child(41);
        await child.TypesAsync("/start");
        await child.PressesAsync("Русский");

        var answered = Assert.Single(_host.Telegram.CallsOf("answerCallbackQuery"));
        Assert.True(answered is { Ok: true, FromWebhook: true });
        Assert.Single(child.Chat.CallbackAnswers);
    }

    [Fact]
    public async Task The_answer_to_typed_words_removes_them_from_the_chat()
    {
        var child = _host.Child(41);
        await child.TypesAsync("мне нужен совет");

        var deleted = Assert.Single(_host.Telegram.CallsOf("deleteMessage"));
        Assert.True(deleted is { Ok: true, FromWebhook: true });
        Assert.Empty(child.Chat.UserMessages);
    }

    [Fact]
    public async Task The_answer_comes_after_the_reply_was_shown()
    {
        var child = _host.Child(41);
        await child.TypesAsync("мне нужен совет");

        var calls = _host.Telegram.Calls.Where(call => call.ChatId == 41).Select(call => call.Method).ToList();
        Assert.Equal(["sendMessage", "deleteMessage"], calls);
    }

    [Fact]
    public async Task While_the_database_is_away_Telegram_is_told_to_come_again_and_nothing_is_lost_or_doubled()
    {
        var child = _host.Child(41);
        await child.TypesAsync("/start");
        await using (await _host.WithoutDatabaseAsync())
        {
            _host.Telegram.SendText(41, "меня дразнят в школе");
            _host.Telegram.SendText(41, "каждый день");
            await _host.Telegram.WaitUntilAsync(() => _host.Telegram.Counters.FailedDeliveries >= 3);
            using var refused = await PostAsync(new StringContent(MappingUpdates.Read("text.json")["update"]!.ToJsonString()));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter?.Delta);
            Assert.Equal(2, _host.Telegram.PendingUpdates);
        }

        await _host.Telegram.WaitUntilDeliveredAsync();
        await child.PressesAsync("Сейчас опасно");
        await using var db = _host.Db();
        var content = await _host.ReadAsync((await db.Signals.SingleAsync()).Id);
        Assert.Equal(["меня дразнят в школе", "каждый день"], content.Story.Select(part => part.Text));
    }

    [Fact]
    public async Task Everything_delivered_twice_has_one_effect_and_shows_one_message()
    {
        _host.Telegram.DeliverTwice = true;
        var child = _host.Child(41);
        await child.TypesAsync("/start");
        await child.PressesAsync("Русский");
        await child.PressesAsync("Да, безопасно");
        await child.TypesAsync("меня дразнят в школе");
        await child.TypesAsync("каждый день");
        await child.PressesAsync("Сейчас опасно");

        Assert.Single(child.Chat.BotMessages);
        await using var db = _host.Db();
        var content = await _host.ReadAsync((await db.Signals.SingleAsync()).Id);
        Assert.Equal(["меня дразнят в школе", "каждый день"], content.Story.Select(part => part.Text));
    }

    [Fact]
    public async Task A_reused_number_with_another_message_in_it_is_a_message_of_its_own()
    {
        var child = _host.Child(41);
        _host.Telegram.JumpUpdateIdsTo(700);
        await child.TypesAsync("первое");
        _host.Telegram.JumpUpdateIdsTo(700);
        await child.TypesAsync("второе");
        await child.PressesAsync("Русский");
        await child.PressesAsync("Сейчас опасно");

        await using var db = _host.Db();
        var content = await _host.ReadAsync((await db.Signals.SingleAsync()).Id);
        Assert.Equal(["первое", "второе"], content.Story.Select(part => part.Text));
    }

    [Fact]
    public async Task A_turn_on_which_the_code_fails_is_answered_calmly_and_200()
    {
        await using var host = await TelegramHost.ByWebhookAsync(new TestFlow());
        var child = host.Child(41);
        await child.TypesAsync("break");

        Assert.Contains("112", child.Screen.Text, StringComparison.Ordinal);
        await using var db = host.Db();
        Assert.True((await db.Signals.SingleAsync()).Unparsed);
    }

    [Fact]
    public async Task A_group_is_left_and_nobody_is_answered_there()
    {
        _host.Telegram.AddToGroup(-900, "class", byUserId: 41);
        _host.Telegram.AddToGroup(-901, "news", byUserId: 41, "channel");
        await _host.Telegram.WaitUntilDeliveredAsync();

        Assert.Equal("left", _host.Telegram.Chat(-900).BotStatus);
        Assert.Equal("left", _host.Telegram.Chat(-901).BotStatus);
        Assert.Empty(_host.Telegram.CallsOf("sendMessage"));
    }

    private Task<HttpResponseMessage> PostAsync(HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _host.WebhookUrl) { Content = content };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TelegramHost.Secret);
        return _http.SendAsync(request);
    }
}
