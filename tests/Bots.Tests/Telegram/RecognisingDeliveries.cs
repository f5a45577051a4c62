using System.Text.Json.Nodes;

namespace Senim.Bots.Tests.Telegram;

public sealed class RecognisingDeliveries
{
    [Fact]
    public void The_same_update_bears_the_same_key() => Assert.Equal(Key(Message()), Key(Message()));

    [Fact]
    public void A_reused_number_with_another_message_bears_another()
    {
        Assert.NotEqual(Key(Message()), Key(Message(message: 8)));
        Assert.NotEqual(Key(Message()), Key(Message(chat: 78)));
    }

    [Fact]
    public void An_edit_bears_another_and_so_does_each_further_edit()
    {
        var first = Edit(1_700_000_100);
        Assert.NotEqual(Key(Message()), Key(first));
        Assert.NotEqual(Key(first), Key(Edit(1_700_000_200)));
        Assert.Equal(Key(first), Key(Edit(1_700_000_100)));
    }

    [Fact]
    public void Another_number_bears_another() => Assert.NotEqual(Key(Message()), Key(Message(id: 501)));

    [Fact]
    public void A_press_and_a_message_under_one_number_bear_different_ones()
    {
        var press = new JsonObject
        {
            ["update_id"] = 500,
            ["callback_query"] = new JsonObject { ["id"] = "7", ["data"] = "report:safe:safe", ["message"] = Message()["message"]!.DeepClone() },
        };
        Assert.NotEqual(Key(Message()), Key(press));
    }

    [Fact]
    public void Turns_of_one_chat_belong_to_one_conversation_and_of_two_to_two()
    {
        Assert.Equal(MappingUpdates.Turn(Message()).Conversation, MappingUpdates.Turn(Message(message: 9, id: 600)).Conversation);
        Assert.NotEqual(MappingUpdates.Turn(Message()).Conversation, MappingUpdates.Turn(Message(chat: 78)).Conversation);
    }

    private static string Key(JsonNode update) => MappingUpdates.Turn(update).Delivery.ToString();

    private static JsonObject Edit(int date)
    {
        var message = Message()["message"]!.DeepClone();
        message["edit_date"] = date;
        return new JsonObject { ["update_id"] = 500, ["edited_message"] = message };
    }

    private static JsonObject Message(int id = 500, int message = 7, long chat = 77) => new()
    {
        ["update_id"] = id,
        ["message"] = new JsonObject
        {
            ["message_id"] = message,
            ["date"] = 1_700_000_000,
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
            ["text"] = "сәлем",
        },
    };
}
