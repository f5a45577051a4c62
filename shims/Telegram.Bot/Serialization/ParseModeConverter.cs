using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Serialization;

/// <summary>Parse modes keep their capitals on the wire, unlike every other enum of the Bot API.</summary>
internal sealed class ParseModeConverter : JsonConverter<ParseMode>
{
    public override ParseMode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Enum.TryParse<ParseMode>(reader.GetString(), ignoreCase: true, out var mode) ? mode : ParseMode.None;

    public override void Write(Utf8JsonWriter writer, ParseMode value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
