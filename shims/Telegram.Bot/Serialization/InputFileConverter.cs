using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;

namespace Telegram.Bot.Serialization;

/// <summary>
/// A stream cannot stand inside JSON: it is written as a reference to a part of the multipart body, and the streams met on the
/// way are collected for <see cref="RequestContent"/>, which serializes on one thread without a pause.
/// </summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    [ThreadStatic]
    private static List<InputFileStream>? _collected;

    public static List<InputFileStream> CollectWhile(Action serialize)
    {
        var collected = _collected = [];
        try
        {
            serialize();
        }
        finally
        {
            _collected = null;
        }

        return collected;
    }

    public override bool CanConvert(Type typeToConvert) => typeof(InputFile).IsAssignableFrom(typeToConvert);

    public override InputFile? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("A file to send is never read from JSON.");

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options)
    {
        if (_collected is not { } collected || value is not InputFileStream stream)
            throw new JsonException("A stream is only sent in a request of its own.");
        writer.WriteStringValue($"attach://{collected.Count}");
        collected.Add(stream);
    }
}
