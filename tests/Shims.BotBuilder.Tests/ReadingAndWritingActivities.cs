using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Senim.Shims.BotBuilder.Tests;

public class ReadingAndWritingActivities
{
    private static readonly JsonSerializerSettings WithoutNulls = new() { NullValueHandling = NullValueHandling.Ignore };

    // What Web Chat posts, as its Direct Line library writes it.
    private const string Posted = """
        {
          "type": "message",
          "text": "Мен қорқып тұрмын",
          "textFormat": "plain",
          "locale": "kk-KZ",
          "from": { "id": "dl_7", "name": "", "role": "user", "avatar": { "color": "blue" } },
          "channelId": "webchat",
          "channelData": { "clientActivityID": "1a2b", "clientTimestamp": "2026-03-01T10:15:00.123Z", "attachmentSizes": [] },
          "entities": [ { "type": "ClientCapabilities", "requiresBotState": true, "supportsListening": true } ],
          "attachments": [ { "contentType": "image/png", "contentUrl": "blob:1", "name": "a.png", "size": 12 } ],
          "localTimestamp": "2026-03-01T15:15:00.123+05:00",
          "timestamp": "2026-03-01T10:15:00.123Z",
          "membersAdded": [ { "id": "dl_7" } ],
          "reactionsAdded": [ { "type": "like" } ],
          "semanticAction": { "id": "act", "state": "start" },
          "futureMember": { "deep": [ 1, 2 ] }
        }
        """;

    private static Activity Read() => JsonConvert.DeserializeObject<Activity>(Posted)!;

    [Fact]
    public void A_posted_message_is_read_member_by_member()
    {
        var activity = Read();

        Assert.Equal(ActivityTypes.Message, activity.Type);
        Assert.Equal("Мен қорқып тұрмын", activity.Text);
        Assert.Equal(TextFormatTypes.Plain, activity.TextFormat);
        Assert.Equal(RoleTypes.User, activity.From.Role);
        Assert.Equal("dl_7", Assert.Single(activity.MembersAdded).Id);
        Assert.Equal("image/png", Assert.Single(activity.Attachments).ContentType);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 15, 0, 123, TimeSpan.Zero), activity.Timestamp);
        Assert.Null(activity.SuggestedActions);
    }

    [Fact]
    public void Channel_data_stays_json_and_reads_as_a_type()
    {
        var activity = Read();

        Assert.IsType<JObject>(activity.ChannelData);
        Assert.Equal("1a2b", activity.GetChannelData<ClientData>().ClientActivityID);
        Assert.True(activity.TryGetChannelData<ClientData>(out var data));
        Assert.Equal("1a2b", data.ClientActivityID);
    }

    [Fact]
    public void Channel_data_of_another_form_or_none_is_told_without_an_exception()
    {
        Assert.False(Read().TryGetChannelData<int[]>(out _));
        Assert.False(new Activity().TryGetChannelData<ClientData>(out var none));
        Assert.Null(none);
        Assert.Null(new Activity().GetChannelData<ClientData>());
    }

    [Fact]
    public void Members_that_no_class_knows_survive_in_properties()
    {
        var activity = Read();

        Assert.Equal(2, (int)activity.Properties["futureMember"]!["deep"]![1]!);
        Assert.Equal("blue", (string?)activity.From.Properties["avatar"]!["color"]);
        Assert.Equal(12, (int)activity.Attachments[0].Properties["size"]!);
        Assert.True((bool)activity.Entities[0].Properties["requiresBotState"]!);
    }

    [Fact]
    public void A_message_written_back_says_what_was_posted()
    {
        var plain = new JsonSerializerSettings { DateParseHandling = DateParseHandling.None };
        var posted = JsonConvert.DeserializeObject<JObject>(Posted, plain)!;
        var written = JsonConvert.DeserializeObject<JObject>(JsonConvert.SerializeObject(Read(), WithoutNulls), plain)!;

        // Moments are compared as moments: their last zeros may be written or not.
        foreach (var moment in new[] { "timestamp", "localTimestamp" })
        {
            Assert.Equal((DateTimeOffset)posted[moment]!, (DateTimeOffset)written[moment]!);
            posted.Remove(moment);
            written.Remove(moment);
        }

        // Newtonsoft reads a string that looks like a date as one unless its settings say otherwise.
        posted["channelData"]!["clientTimestamp"]!.Parent!.Remove();
        written["channelData"]!["clientTimestamp"]!.Parent!.Remove();
        Assert.True(JToken.DeepEquals(posted, written), written.ToString());
    }

    [Fact]
    public void Nulls_are_written_unless_the_settings_leave_them_out()
    {
        var activity = new Activity { Type = ActivityTypes.Typing };

        Assert.Equal("""{"type":"typing"}""", JsonConvert.SerializeObject(activity, WithoutNulls));
        Assert.Contains("\"replyToId\":null", JsonConvert.SerializeObject(activity), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_the_factory_writes_empty_lists()
    {
        var json = JsonConvert.SerializeObject(MessageFactory.Text("Сәлем"), WithoutNulls);

        Assert.True(JToken.DeepEquals(
            JObject.Parse("""{"type":"message","text":"Сәлем","inputHint":"acceptingInput","attachments":[],"entities":[]}"""),
            JObject.Parse(json)), json);
    }

    [Fact]
    public void Buttons_are_written_as_the_client_draws_them()
    {
        var message = MessageFactory.Text("Қауіпсізсің бе?");
        message.SuggestedActions = new SuggestedActions
        {
            Actions = [new CardAction(ActionTypes.PostBack, "Иә", value: "safe:yes")],
        };

        var written = JObject.Parse(JsonConvert.SerializeObject(message, WithoutNulls));

        Assert.True(JToken.DeepEquals(
            JObject.Parse("""{"actions":[{"type":"postBack","title":"Иә","value":"safe:yes"}]}"""),
            written["suggestedActions"]));
    }

    [Fact]
    public void An_entity_changes_form_by_way_of_its_json()
    {
        var entity = new Entity();
        entity.SetAs(new Place("place", "Шымкент"));

        Assert.Equal("place", entity.Type);
        Assert.Equal("Шымкент", (string?)entity.Properties["name"]);
        Assert.Equal(new Place("place", "Шымкент"), entity.GetAs<Place>());
    }

    private sealed record ClientData(string ClientActivityID);

    private sealed record Place([property: JsonProperty("type")] string Type, [property: JsonProperty("name")] string Name);
}
