using Newtonsoft.Json;
using Twilio.Types;

namespace Twilio.Serialization;

internal sealed class PhoneNumberConverter : JsonConverter<PhoneNumber>
{
    public override PhoneNumber ReadJson(JsonReader reader, Type objectType, PhoneNumber existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        new(reader.Value as string);

    public override void WriteJson(JsonWriter writer, PhoneNumber value, JsonSerializer serializer) => writer.WriteValue(value?.ToString());
}
