using System.Text.Json;
using Senim.Intake.Triage;

namespace Senim.Triage.Benchmark;

/// <summary>The engine as <c>senim triage</c> answers.</summary>
internal sealed class Engine
{
    private readonly RuleTriage triage = RuleTriage.Load();

    public Level Say(string text)
    {
        using var answer = JsonDocument.Parse(TriageCommandLine.Answer(triage, "line", text));
        return Enum.Parse<Level>(answer.RootElement.GetProperty("urgency").GetString()!, ignoreCase: true);
    }
}
