namespace Senim.Intake.Triage.Rules;

/// <summary>
/// What was found in texts read lately. A turn weighs the whole conversation anew, of which all but its own words were read before. Each
/// text has one place that the next one takes over, so memory is bounded and nobody waits for a lock.
/// </summary>
internal sealed class Readings
{
    /// <summary>A power of two.</summary>
    private const int Places = 2048;

    /// <summary>Longer texts are rare, and would keep much.</summary>
    private const int MostChars = 1_000;

    private readonly Reading?[] read = new Reading?[Places];

    public Reading Of(string text, Func<string, Reading> find)
    {
        if (text.Length > MostChars)
            return find(text);
        ref var place = ref read[text.GetHashCode(StringComparison.Ordinal) & (Places - 1)];
        if (Volatile.Read(ref place) is { } known && string.Equals(known.Text, text, StringComparison.Ordinal))
            return known;
        var found = find(text);
        Volatile.Write(ref place, found);
        return found;
    }
}

/// <summary>What one text says. Sentences are counted from its own first. Immutable.</summary>
/// <param name="Nows">Sentences that say "now" alone.</param>
internal sealed record Reading(string Text, Finding[] Findings, int[] Nows, int Sentences);
