using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace Senim.Shims.TelegramBot.Tests;

public class OptionsAndIds
{
    [Fact]
    public void The_number_before_the_colon_is_the_bots_id()
    {
        var options = new TelegramBotClientOptions("123456:secret");

        Assert.Equal(123456, options.BotId);
        Assert.False(options.LocalBotServer);
        Assert.Equal("https://api.telegram.org/bot123456:secret", options.BaseRequestUrl);
        Assert.Equal("https://api.telegram.org/file/bot123456:secret", options.BaseFileUrl);
        Assert.Equal((60, 3), (options.RetryThreshold, options.RetryCount));
    }

    [Theory]
    [InlineData("no-colon")]
    [InlineData(":secret")]
    [InlineData("12a:secret")]
    public void A_token_of_another_form_is_refused_and_not_repeated(string token)
    {
        var refused = Assert.ThrowsAny<ArgumentException>(() => new TelegramBotClientOptions(token));

        Assert.DoesNotContain(token, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_scheme_and_authority_of_a_base_url_are_kept()
    {
        var options = new TelegramBotClientOptions("1:s", "http://127.0.0.1:8081/some/path");

        Assert.True(options.LocalBotServer);
        Assert.Equal("http://127.0.0.1:8081/bot1:s", options.BaseRequestUrl);
    }

    [Theory]
    [InlineData("127.0.0.1:8081")]
    [InlineData("localhost:8081")]
    [InlineData("api.telegram.org")]
    public void A_base_url_without_a_scheme_is_refused(string baseUrl) =>
        Assert.ThrowsAny<ArgumentException>(() => new TelegramBotClientOptions("1:s", baseUrl));

    [Fact]
    public void A_client_waits_100_seconds_unless_told_otherwise()
    {
        var client = new TelegramBotClient("1:s");

        Assert.Equal(TimeSpan.FromSeconds(100), client.Timeout);
        client.Timeout = TimeSpan.FromSeconds(3);
        Assert.Equal(TimeSpan.FromSeconds(3), client.Timeout);
    }

    [Fact]
    public void A_chat_is_a_number_or_a_name()
    {
        Assert.Equal(42, new ChatId("42").Identifier);
        Assert.Equal("@name", new ChatId("@name").Username);
        Assert.Equal((ChatId)42, new ChatId(42));
        Assert.NotEqual((ChatId)42, new ChatId(43));
        Assert.ThrowsAny<ArgumentException>(() => new ChatId("name"));
    }

    [Fact]
    public void Buttons_are_added_to_the_last_row_or_to_a_new_one()
    {
        var keyboard = new InlineKeyboardMarkup()
            .AddButton("A", "a").AddButton("B", "b")
            .AddNewRow(InlineKeyboardButton.WithUrl("C", "https://example.org"))
            .AddButtons(("D", "d"), ("E", "https://example.org/e"));

        Assert.Equal(
            ["A=a B=b", "C=https://example.org D=d E=https://example.org/e"],
            keyboard.InlineKeyboard.Select(row => string.Join(' ', row.Select(button => $"{button.Text}={button.CallbackData ?? button.Url}"))));
    }

    [Fact]
    public void An_empty_keyboard_has_no_rows() => Assert.Empty(InlineKeyboardMarkup.Empty().InlineKeyboard);
}
