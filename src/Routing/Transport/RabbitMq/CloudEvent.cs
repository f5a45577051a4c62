using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Senim.Intake.Outbox;

namespace Senim.Routing.Transport.RabbitMq;

/// <summary>An event as CloudEvents 1.0 in structured mode (JSON format): ids, codes and times, never words.</summary>
internal static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    private const string Source = "/senim";

    public static ReadOnlyMemory<byte> Write(EventEnvelope envelope)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", envelope.Id);
            json.WriteString("source", Source);
            json.WriteString("type", envelope.Type);
            json.WriteString("time", envelope.OccurredUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            // Extension attributes of CloudEvents have names of small letters and digits only.
            json.WriteString("lane", Lane(envelope.Lane));
            json.WriteString("routingkey", envelope.RoutingKey);
            json.WriteString("datacontenttype", "application/json");
            json.WritePropertyName("data");
            json.WriteRawValue(envelope.Json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <exception cref="FormatException">It is not an event of this service.</exception>
    public static EventEnvelope Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return new EventEnvelope(
                root.GetProperty("id").GetGuid(),
                root.GetProperty("type").GetString()!,
                root.GetProperty("lane").GetString() == Lane(EventLane.Emergency) ? EventLane.Emergency : EventLane.Other,
                root.GetProperty("routingkey").GetString()!,
                root.GetProperty("time").GetDateTime().ToUniversalTime(),
                root.GetProperty("data").GetRawText());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException("The message is no event of this service.", error);
        }
    }

    private static string Lane(EventLane lane) => lane switch
    {
        EventLane.Emergency => "emergency",
        EventLane.Other => "other",
    };
}
