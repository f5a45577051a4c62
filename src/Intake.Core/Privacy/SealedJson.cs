using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Senim.Intake.Privacy;

/// <summary>
/// The JSON of what is sealed. Letters as they are: it is never part of a page, and a Cyrillic letter as an escape takes three times the room.
/// The letters are the writer's business, so that the code made for a type still writes it; options of their own would rule that out.
/// </summary>
public static class SealedJson
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Kept by the thread, since each turn writes a few kilobytes.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        var writer = _writer ??= new Utf8JsonWriter(buffer, Form);
        try
        {
            JsonSerializer.Serialize(writer, value, type);
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        finally
        {
            // Overwritten with zeros: nothing that was said stays behind.
            writer.Reset();
            buffer.Clear();
        }
    }
}
