namespace Senim.Intake.Triage.Rules;

/// <summary>Reads the notation of <see cref="Pattern"/>. An item: <c>word</c>, <c>stem*</c>, <c>words_side_by_side</c>, <c>&lt;group&gt;</c>, alternatives with a bar.</summary>
internal sealed class PatternReader(Func<string, int> atomOf, IReadOnlySet<string> naming)
{
    private const int LooseGap = 2;

    public Pattern Read(string notation)
    {
        var whole = notation.StartsWith('^') && notation.EndsWith('$');
        var terms = (whole ? notation[1..^1] : notation).Split(" + ").Select(ReadTerm).ToArray();
        var anchor = Array.FindIndex(terms, term => term.Any(item => !item.Names));
        return anchor < 0
            ? throw new FormatException($"The pattern '{notation}' says who and nothing else.")
            : new Pattern(terms, anchor, whole);
    }

    /// <summary>Words that stand side by side: <c>a_b</c>.</summary>
    public Pattern ReadPhrase(string phrase) =>
        new([[.. phrase.Split('_').Select(word => new PatternItem([atomOf(word)], Names: false, MaxGap: 0))]], 0, WholeMessage: false);

    private PatternItem[] ReadTerm(string term)
    {
        var items = new List<PatternItem>();
        foreach (var row in term.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = row.Split('|');
            var names = words.All(word => word[0] == '<' && naming.Contains(word[1..^1]));
            items.Add(new PatternItem([.. words.Select(atomOf)], names, LooseGap));
        }

        return [.. items];
    }
}
