namespace Senim.Intake.Triage.Rules;

/// <summary>One row of a theme file.</summary>
/// <param name="Sign">What the form is a sign of; for an idiom, what it is no sign of; null for an idiom that is no sign of anything.</param>
/// <param name="IsIdiom">The form takes its words away from the sign ("умираю со смеху").</param>
/// <param name="Example">A message that the row fires on, or where an idiom keeps the sign from firing.</param>
internal sealed record LexiconEntry(string Theme, SignCode? Sign, bool IsIdiom, string Language, string Form, string Example, Pattern Pattern);
