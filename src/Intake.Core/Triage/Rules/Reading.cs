namespace Senim.Intake.Triage.Rules;

/// <summary>What one text says. Sentences are counted from its own first. Immutable.</summary>
/// <param name="Nows">Sentences that say "now" alone.</param>
internal sealed record Reading(Finding[] Findings, int[] Nows, int Sentences);
