namespace Senim.Intake.Triage.Reading;

/// <summary>
/// All forms of the lexicon in one tree of letters, so that looking a word up costs by its own length and not by the size of the lexicon.
/// A word is looked up as it stands, then as the Cyrillic its Latin letters may stand for, then with one slip of spelling.
/// </summary>
internal sealed class Vocabulary
{
    private const int FewestForSoundSlip = 5;
    private const int FewestForAnySlip = 7;
    private const int MostSteps = 3_000;
    private readonly Node _root = new();

    /// <param name="form">A word, or a stem that takes any ending when it closes with an asterisk.</param>
    /// <param name="atom">What the form is an instance of.</param>
    public void Add(string form, int atom)
    {
        var stem = form.EndsWith('*');
        var node = _root;
        foreach (var c in Letters.FoldForm(stem ? form[..^1] : form))
            node = node.Child(c);
        var atoms = stem ? node.Stems ??= [] : node.Words ??= [];
        if (!atoms.Contains(atom))
            atoms.Add(atom);
    }

    /// <summary>The atoms of a whole word; empty when it is none of the lexicon's.</summary>
    public int[] Find(string word)
    {
        var search = new Search(word, Scripts.Of(word), MostSteps);
        search.Walk(_root, 0, Slip.None, 0);
        if (search.Found.Count == 0 && word.Length >= FewestForSoundSlip - 1)
        {
            search.Remaining = MostSteps;
            search.MaySlip = true;
            search.Walk(_root, 0, Slip.None, 0);
        }

        search.Found.Sort();
        return [.. search.Found];
    }

    /// <summary>Ends of the forms that begin at a letter of a word, the longest last; a stem ends where its own letters end.</summary>
    public IReadOnlyCollection<int> EndsFrom(string word, int at)
    {
        var search = new Search(word, Scripts.Of(word), MostSteps) { AnyEnd = true };
        search.Walk(_root, at, Slip.None, 0);
        return search.Ends;
    }

    private enum Slip
    {
        None,
        Sound,
        Any,
    }

    private sealed class Node
    {
        private readonly Dictionary<char, Node> _children = [];

        public List<int>? Words { get; set; }

        public List<int>? Stems { get; set; }

        public Dictionary<char, Node> Children => _children;

        public Node Child(char c)
        {
            if (!_children.TryGetValue(c, out var child))
                _children[c] = child = new Node();
            return child;
        }

        public Node? Next(char c) => _children.GetValueOrDefault(c);
    }

    private sealed class Search(string word, Script script, int steps)
    {
        public List<int> Found { get; } = [];

        public SortedSet<int> Ends { get; } = [];

        public int Remaining { get; set; } = steps;

        public bool MaySlip { get; set; }

        public bool AnyEnd { get; init; }

        public void Walk(Node node, int at, Slip slip, int depth)
        {
            if (--Remaining < 0)
                return;
            Accept(node, at, slip, depth);
            if (MayOmitSoftSign(at) && node.Next('ь') is { } soft)
                Walk(soft, at, slip, depth + 1);
            if (at < word.Length)
            {
                if (node.Next(word[at]) is { } same)
                    Walk(same, at + 1, slip, depth + 1);
                foreach (var reading in Spelling.From(word[at], script))
                {
                    if (string.CompareOrdinal(word, at, reading.Typed, 0, reading.Typed.Length) == 0 && Follow(node, reading.Letters) is { } next)
                        Walk(next, at + reading.Typed.Length, slip, depth + reading.Letters.Length);
                }
            }

            if (MaySlip && slip == Slip.None && depth > 0)
                WalkWithSlip(node, at, depth);
        }

        /// <summary>"byet" and "ubet" for "бьет" and "убьет", but three letters such as "bet" are more likely another word.</summary>
        private bool MayOmitSoftSign(int at) =>
            script == Script.Latin && (word.Length > 3 || (at < word.Length && word[at] is 'y' or 'i' or 'j'));

        private void WalkWithSlip(Node node, int at, int depth)
        {
            var typed = at < word.Length ? word[at] : '\0';
            foreach (var (meant, child) in node.Children)
            {
                var sound = script == Script.Cyrillic && (meant == 'ь' || Spelling.SoundsLike(typed, meant));
                if (meant == 'ь')
                    Walk(child, at, Slip.Sound, depth + 1);
                else if (script == Script.Cyrillic)
                    Walk(child, at, Slip.Any, depth + 1);
                if (at < word.Length && (sound || word.Length >= FewestForAnySlip - 1))
                    Walk(child, at + 1, sound ? Slip.Sound : Slip.Any, depth + 1);
            }

            if (at >= word.Length)
                return;
            Walk(node, at + 1, typed == 'ь' ? Slip.Sound : Slip.Any, depth);
            if (at + 1 < word.Length && node.Next(word[at + 1])?.Next(typed) is { } swapped)
                Walk(swapped, at + 2, Slip.Any, depth + 2);
        }

        private void Accept(Node node, int at, Slip slip, int depth)
        {
            if (depth < slip switch { Slip.None => 1, Slip.Sound => FewestForSoundSlip, Slip.Any => FewestForAnySlip })
                return;
            if (AnyEnd && (node.Words ?? node.Stems) is not null)
                Ends.Add(at);
            if (node.Stems is { } stems && (slip == Slip.None || depth > (slip == Slip.Sound ? FewestForSoundSlip : FewestForAnySlip)))
                Take(stems);
            if (at == word.Length && node.Words is { } words)
                Take(words);
        }

        private void Take(List<int> atoms)
        {
            foreach (var atom in atoms)
            {
                if (!Found.Contains(atom))
                    Found.Add(atom);
            }
        }

        private static Node? Follow(Node node, string letters)
        {
            var next = node;
            foreach (var c in letters)
            {
                next = next.Next(c);
                if (next is null)
                    return null;
            }

            return next;
        }
    }
}
