namespace Senim.Intake.Checkups;

/// <summary>One thing that is not right, for the operator. Never holds a secret.</summary>
/// <param name="About">The setting, as it is written in the environment, or the part of the node.</param>
/// <param name="Problem">What is not right; whole sentences.</param>
/// <param name="Fix">What to do; whole sentences.</param>
public sealed record Finding(string About, string Problem, string Fix)
{
    /// <summary>One line, whatever a peer's own words hold.</summary>
    public override string ToString() =>
        string.Join(' ', $"{About}: {Problem} {Fix}".Split((char[])['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
}
