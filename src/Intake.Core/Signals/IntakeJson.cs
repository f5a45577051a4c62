using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Senim.Intake.Questions;

namespace Senim.Intake.Signals;

/// <summary>The JSON of signals and their events: camelCase, enums by name.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SignalContent))]
[JsonSerializable(typeof(SignalEvent))]
[JsonSerializable(typeof(ProgressEvent))]
[JsonSerializable(typeof(QuestionEvent))]
[JsonSerializable(typeof(QuestionAnswer))]
public sealed partial class IntakeJson : JsonSerializerContext
{
    /// <summary>For what is sealed. Letters as they are: it is never part of a page, and a Cyrillic letter as an escape takes three times the room.</summary>
    public static IntakeJson Sealed => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
