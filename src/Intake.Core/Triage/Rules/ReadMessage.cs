using Senim.Intake.Triage.Reading;

namespace Senim.Intake.Triage.Rules;

/// <summary>A message as words, with what each of them, or a phrase that begins there, is an instance of.</summary>
internal sealed class ReadMessage(string text, Word[] words, IReadOnlySet<int> askingSentences)
{
    private ulong[] _present = new ulong[64];
    private readonly List<(int Atom, int End)>[] _found = [.. words.Select(_ => new List<(int, int)>())];

    public string Text => text;

    /// <summary>Room for one pattern match at a time, so that the many that fail cost no memory.</summary>
    public List<(int Word, bool Names)> Scratch { get; } = [];

    public Word[] Words => words;

    public IReadOnlySet<int> AskingSentences => askingSentences;

    /// <summary>The longest first: a phrase says more than its first word.</summary>
    public List<(int Atom, int End)> FoundAt(int word) => _found[word];

    public void Mark(int word, int atom, int end)
    {
        var found = _found[word];
        if (found.Contains((atom, end)))
            return;
        var slot = atom >> 6;
        if (slot >= _present.Length)
            Array.Resize(ref _present, Math.Max(slot + 1, _present.Length * 2));
        _present[slot] |= 1UL << (atom & 63);
        var before = 0;
        while (before < found.Count && found[before].End >= end)
            before++;
        found.Insert(before, (atom, end));
    }

    /// <summary>Whether each item of a pattern, whose first one was found, stands somewhere; most patterns end here.</summary>
    public bool MayHold(Pattern pattern)
    {
        foreach (var atoms in pattern.Needs)
        {
            if (!HoldsAny(atoms))
                return false;
        }

        return true;
    }

    public bool HasAnywhere(int atom) => (uint)(atom >> 6) < (uint)_present.Length && (_present[atom >> 6] & (1UL << (atom & 63))) != 0;

    private bool HoldsAny(int[] atoms)
    {
        foreach (var atom in atoms)
        {
            if (HasAnywhere(atom))
                return true;
        }

        return false;
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
