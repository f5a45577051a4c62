using Senim.Intake.Triage.Reading;

namespace Senim.Intake.Triage.Rules;

/// <summary>A message as words, with what each of them, or a phrase that begins there, is an instance of.</summary>
internal sealed class ReadMessage(string text, Word[] words, IReadOnlySet<int> askingSentences)
{
    private readonly HashSet<int> _present = [];
    private readonly Dictionary<Pattern, bool> _mayHold = new(ReferenceEqualityComparer.Instance);
    private readonly List<(int Atom, int End)>[] _found = [.. words.Select(_ => new List<(int, int)>())];

    public string Text => text;

    public Word[] Words => words;

    public IReadOnlySet<int> AskingSentences => askingSentences;

    /// <summary>The longest first: a phrase says more than its first word.</summary>
    public List<(int Atom, int End)> FoundAt(int word) => _found[word];

    public void Mark(int word, int atom, int end)
    {
        if (_found[word].Contains((atom, end)))
            return;
        _present.Add(atom);
        var before = _found[word].FindIndex(found => found.End < end);
        _found[word].Insert(before < 0 ? _found[word].Count : before, (atom, end));
    }

    /// <summary>Whether each item of a pattern stands somewhere, asked once for each pattern when all words are marked; most patterns end here.</summary>
    public bool MayHold(Pattern pattern)
    {
        if (!_mayHold.TryGetValue(pattern, out var may))
            _mayHold[pattern] = may = pattern.Terms.All(term => term.All(item => _present.Overlaps(item.Atoms)));
        return may;
    }

    public bool Has(int word, int atom)
    {
        foreach (var found in _found[word])
        {
            if (found.Atom == atom)
                return true;
        }

        return false;
    }

    public bool SameSentence(int a, int b) => words[a].Sentence == words[b].Sentence;
}
