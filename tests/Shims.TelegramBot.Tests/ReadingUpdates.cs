using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Senim.Shims.TelegramBot.Tests;

public class ReadingUpdates
{
    [Fact]
    public void A_text_message_is_read_with_its_chat_and_its_date_in_utc()
    {
        var update = Read("""{"update_id":10,"message":{"message_id":5,"from":{"id":42,"is_bot":false,"first_name":"A","language_code":"kk"},"chat":{"id":42,"type":"private","first_name":"A"},"date":1700000000,"text":"/start","entities":[{"type":"bot_command","offset":0,"length":6}]}}""");

        Assert.Equal(10, update.Id);
        Assert.Equal(UpdateType.Message, update.Type);
        var message = update.Message!;
        Assert.Equal((5, 5), (message.Id, message.MessageId));
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), message.Date);
        Assert.Equal(DateTimeKind.Utc, message.Date.Kind);
        Assert.Equal(ChatType.Private, message.Chat.Type);
        Assert.Equal(MessageType.Text, message.Type);
        Assert.Equal(MessageEntityType.BotCommand, Assert.Single(message.Entities!).Type);
    }

    [Fact]
    public void A_press_carries_the_message_that_it_stands_below()
    {
        var update = Read("""{"update_id":11,"callback_query":{"id":"q1","from":{"id":42,"is_bot":false,"first_name":"A"},"chat_instance":"c","data":"report:lang:kk","message":{"message_id":6,"date":1700000000,"edit_date":1700000001,"chat":{"id":42,"type":"private"},"text":"?","reply_markup":{"inline_keyboard":[[{"text":"A","callback_data":"a"}],[{"text":"B","url":"https://example.org"}]]}}}}""");

        Assert.Equal(UpdateType.CallbackQuery, update.Type);
        Assert.Equal("report:lang:kk", update.CallbackQuery!.Data);
        Assert.Equal(6, update.CallbackQuery.Message!.Id);
        Assert.Equal("a", update.CallbackQuery.Message.ReplyMarkup!.InlineKeyboard.First().Single().CallbackData);
        Assert.NotNull(update.CallbackQuery.Message.EditDate);
    }

    [Fact]
    public void A_message_out_of_reach_has_the_default_date()
    {
        var update = Read("""{"update_id":11,"callback_query":{"id":"q1","from":{"id":42,"is_bot":false,"first_name":"A"},"chat_instance":"c","message":{"message_id":6,"date":0,"chat":{"id":42,"type":"private"}}}}""");

        Assert.Equal(default, update.CallbackQuery!.Message!.Date);
        Assert.Equal(MessageType.Unknown, update.CallbackQuery.Message.Type);
    }

    [Theory]
    [InlineData("kicked", ChatMemberStatus.Kicked, false)]
    [InlineData("left", ChatMemberStatus.Left, false)]
    [InlineData("member", ChatMemberStatus.Member, true)]
    [InlineData("administrator", ChatMemberStatus.Administrator, true)]
    [InlineData("restricted", ChatMemberStatus.Restricted, false)]
    public void A_block_is_a_change_of_the_bots_own_membership(string status, ChatMemberStatus expected, bool inChat)
    {
        var update = Read($$$$$$"""{"update_id":12,"my_chat_member":{"chat":{"id":42,"type":"private"},"from":{"id":42,"is_bot":false,"first_name":"A"},"date":1700000000,"old_chat_member":{"status":"member","user":{"id":1,"is_bot":true,"first_name":"S"}},"new_chat_member":{"status":"{{{{{{status}}}}}}","until_date":0,"user":{"id":1,"is_bot":true,"first_name":"S"}}}}""");

        Assert.Equal(UpdateType.MyChatMember, update.Type);
        Assert.Equal(expected, update.MyChatMember!.NewChatMember.Status);
        Assert.Equal(inChat, update.MyChatMember.NewChatMember.IsInChat);
        Assert.Equal(1, update.MyChatMember.NewChatMember.User.Id);
    }

    [Theory]
    [InlineData("\"voice\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":3,\"mime_type\":\"audio/ogg\",\"file_size\":900}", MessageType.Voice)]
    [InlineData("\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":90,\"height\":60}],\"caption\":\"c\"", MessageType.Photo)]
    [InlineData("\"animation\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"},\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\"}", MessageType.Animation)]
    [InlineData("\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_name\":\"a.pdf\"}", MessageType.Document)]
    [InlineData("\"video\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":1,\"duration\":1}", MessageType.Video)]
    [InlineData("\"video_note\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"length\":1,\"duration\":1}", MessageType.VideoNote)]
    [InlineData("\"venue\":{\"location\":{\"latitude\":43.2,\"longitude\":76.9},\"title\":\"t\",\"address\":\"a\"},\"location\":{\"latitude\":43.2,\"longitude\":76.9}", MessageType.Venue)]
    [InlineData("\"location\":{\"latitude\":43.2,\"longitude\":76.9}", MessageType.Location)]
    [InlineData("\"contact\":{\"phone_number\":\"+7\",\"first_name\":\"A\"}", MessageType.Contact)]
    [InlineData("\"sticker\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"type\":\"regular\",\"width\":1,\"height\":1,\"is_animated\":false,\"is_video\":false}", MessageType.Sticker)]
    [InlineData("\"audio\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":1}", MessageType.Audio)]
    [InlineData("\"new_chat_members\":[{\"id\":1,\"is_bot\":true,\"first_name\":\"S\"}]", MessageType.NewChatMembers)]
    [InlineData("\"something_of_next_year\":{}", MessageType.Unknown)]
    public void The_content_tells_the_type(string content, MessageType expected)
    {
        var update = Read($$$$"""{"update_id":13,"message":{"message_id":5,"date":1700000000,"chat":{"id":42,"type":"private"},{{{{content}}}}}}""");

        Assert.Equal(expected, update.Message!.Type);
    }

    [Fact]
    public void Kinds_and_strings_of_a_newer_bot_api_do_no_harm()
    {
        var update = Read("""{"update_id":14,"kind_of_next_year":{"a":1}}""");
        var message = Read("""{"update_id":15,"message":{"message_id":5,"chat":{"id":42,"type":"hologram"},"text":"x","entities":[{"type":"new_entity","offset":0,"length":1}]}}""").Message!;

        Assert.Equal(UpdateType.Unknown, update.Type);
        Assert.Equal(default, message.Chat.Type);
        Assert.Equal(default, message.Entities![0].Type);
    }

    [Fact]
    public void Absent_required_members_do_not_throw()
    {
        var update = Read("""{"update_id":16,"message":{"message_id":5,"reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"a"}]]}}}""");

        Assert.Null(update.Message!.Chat);
    }

    [Fact]
    public void A_button_without_words_makes_the_whole_update_unreadable()
    {
        const string Json = """{"update_id":16,"message":{"message_id":5,"reply_markup":{"inline_keyboard":[[{"callback_data":"a"}]]}}}""";

        Assert.Throws<JsonException>(() => Read(Json));
    }

    [Fact]
    public void The_defaults_of_a_web_framework_read_an_update_too()
    {
        const string Json = """{"update_id":10,"edited_message":{"message_id":5,"edit_date":1700000001,"date":1700000000,"chat":{"id":42,"type":"private"},"text":"x"}}""";

        var update = JsonSerializer.Deserialize<Update>(Json, JsonSerializerOptions.Web)!;

        Assert.Equal(UpdateType.EditedMessage, update.Type);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 21, DateTimeKind.Utc), update.EditedMessage!.EditDate);
    }

    private static Update Read(string json) => JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options)!;
}
