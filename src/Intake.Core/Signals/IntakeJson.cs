using System.Text.Json;
using System.Text.Json.Serialization;
using Senim.Intake.Notes;
using Senim.Intake.Questions;

namespace Senim.Intake.Signals;

/// <summary>The JSON of signals and their events: camelCase, enums by name.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SignalContent))]
[JsonSerializable(typeof(SignalEvent))]
[JsonSerializable(typeof(ProgressEvent))]
[JsonSerializable(typeof(QuestionEvent))]
[JsonSerializable(typeof(QuestionAnswer))]
[JsonSerializable(typeof(CaseNote))]
public sealed partial class IntakeJson : JsonSerializerContext;
