namespace Senim.Intake;

/// <summary>
/// What was worked out for texts or words met lately, where that depends on them alone. Each has one place that the next one takes over, so
/// memory is bounded and nobody waits for a lock.
/// </summary>
/// <param name="places">A power of two.</param>
/// <param name="mostChars">Longer ones are rare, and would keep much: they are worked out each time.</param>
/// <typeparam name="T">Not changed once it is made.</typeparam>
internal sealed class Remembered<T>(int places, int mostChars)
    where T : class
{
    private readonly Entry?[] entries = new Entry?[places];

    public T Of(string text, Func<string, T> find)
    {
        if (text.Length > mostChars)
            return find(text);
        ref var place = ref entries[text.GetHashCode(StringComparison.Ordinal) & (places - 1)];
        if (Volatile.Read(ref place) is { } known && string.Equals(known.Text, text, StringComparison.Ordinal))
            return known.Value;
        var found = find(text);
        Volatile.Write(ref place, new Entry(text, found));
        return found;
    }

    private sealed record Entry(string Text, T Value);
}
