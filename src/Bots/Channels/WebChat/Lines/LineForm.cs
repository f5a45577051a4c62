using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Senim.Bots.Channels.WebChat.Lines;

/// <summary>Activities as JSON, on the wire and inside the seal of a stored line (where they have no ids yet).</summary>
internal static class LineForm
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,

        // Words that look like a date stay the words that they are.
        DateParseHandling = DateParseHandling.None,
        MaxDepth = 32,
    };

    public static byte[] Write(object value) => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(value, Settings));

    public static Activity Read(byte[] line) => JsonConvert.DeserializeObject<Activity>(Encoding.UTF8.GetString(line), Settings)!;
}
