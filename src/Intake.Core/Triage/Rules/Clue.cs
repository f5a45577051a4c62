namespace Senim.Intake.Triage.Rules;

/// <summary>Which danger a clue speaks for.</summary>
internal enum ClueSide
{
    Attack,
    Body,
    Self,

    /// <summary>Speaks for any danger that something else points to: now, at night, afraid, alone.</summary>
    Any,

    /// <summary>Speaks against: laughter, lessons, cooking, a visit to the doctor.</summary>
    Calm,
}

/// <summary>One row of <c>together.tsv</c>: words that prove nothing alone, with what they weigh among others.</summary>
/// <param name="Name">Several words of one clue count once.</param>
/// <param name="Weight">How much it adds, or for <see cref="ClueSide.Calm"/> takes away.</param>
/// <param name="Example">A message that is raised with the help of this clue; for a calm one, a message that is not.</param>
internal sealed record Clue(string Name, ClueSide Side, int Weight, string Example);
