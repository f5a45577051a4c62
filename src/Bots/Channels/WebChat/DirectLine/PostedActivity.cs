using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>
/// Reads a posted activity. Only what a turn is made of is picked out; names, time zones, capabilities and whatever else a client tells of
/// itself stay behind here. A member of the wrong type counts as absent, so that the words beside it are not lost.
/// </summary>
internal static class PostedActivity
{
    /// <summary>Nothing that a client sends is nested deeper.</summary>
    private const int MostDepth = 32;

    /// <summary>RFC 5646 recommends room for 35 characters.</summary>
    private const int MostLocaleChars = 35;

    private static readonly string[] KeptData = [PostedData.ClientActivityId, PostedData.Choice, PostedData.Command, PostedData.DisplayText, PostedData.Door];

    /// <summary>Null when it is not JSON, not an object, or has no type.</summary>
    public static Activity? Read(ReadOnlySpan<byte> utf8)
    {
        JToken root;
        try
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(utf8)))
            {
                DateParseHandling = DateParseHandling.None,
                MaxDepth = MostDepth,
            };
            root = JToken.ReadFrom(reader);
        }
        catch (JsonException)
        {
            return null;
        }

        if (root is not JObject posted || Text(posted["type"]) is not { Length: > 0 } type)
            return null;
        return new Activity
        {
            Type = type,
            Text = Text(posted["text"]),
            Value = Text(posted["value"]) ?? Text((posted["value"] as JObject)?[PostedData.Choice]),
            Name = Text(posted["name"]),
            Locale = Text(posted["locale"]) is { Length: <= MostLocaleChars } locale ? locale : null,
            Attachments = Attachments(posted["attachments"]),
            ChannelData = Data(posted["channelData"]),
        };
    }

    private static List<Attachment> Attachments(JToken? posted) =>
    [
        .. (posted as JArray ?? []).OfType<JObject>().Select(each => new Attachment { ContentType = Text(each["contentType"]) ?? "" }),
    ];

    private static JObject Data(JToken? posted)
    {
        var kept = new JObject();
        foreach (var name in KeptData)
        {
            if (Text((posted as JObject)?[name]) is { Length: > 0 } value)
                kept[name] = value;
        }

        return kept;
    }

    private static string? Text(JToken? token) => token is JValue { Type: JTokenType.String or JTokenType.Integer or JTokenType.Float } value
        ? value.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : null;
}

/// <summary>The members of <c>channelData</c> that mean something here.</summary>
internal static class PostedData
{
    public const string ClientActivityId = "clientActivityID";
    public const string Choice = "choice";
    public const string Command = "command";
    public const string DisplayText = "displayText";

    /// <summary>The code by which the page was opened.</summary>
    public const string Door = "door";

    public static string? Posted(this IActivity activity, string name) => (string?)(activity.ChannelData as JObject)?[name];
}
