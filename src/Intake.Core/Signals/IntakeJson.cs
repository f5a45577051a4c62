using System.Text.Json;
using System.Text.Json.Serialization;

namespace Senim.Intake.Signals;

/// <summary>The JSON of signals and their events: camelCase, enums by name.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SignalContent))]
[JsonSerializable(typeof(SignalEvent))]
[JsonSerializable(typeof(ProgressEvent))]
public sealed partial class IntakeJson : JsonSerializerContext;
