using Newtonsoft.Json;
using Twilio.Types;

namespace Twilio.Serialization;

/// <summary>A word that is not known is kept as it is.</summary>
internal sealed class StringEnumConverter : JsonConverter<StringEnum>
{
    public override StringEnum ReadJson(JsonReader reader, Type objectType, StringEnum existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (reader.Value is not string word)
            return null;
        var value = (StringEnum)Activator.CreateInstance(objectType);
        value!.FromString(word);
        return value;
    }

    public override void WriteJson(JsonWriter writer, StringEnum value, JsonSerializer serializer) => writer.WriteValue(value?.ToString());
}
