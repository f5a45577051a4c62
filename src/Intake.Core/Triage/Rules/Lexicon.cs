using System.Globalization;
using System.Runtime.InteropServices;
using Senim.Intake.Triage.Reading;

namespace Senim.Intake.Triage.Rules;

/// <summary>Words, groups of words and entries, compiled once from the data files; immutable afterwards.</summary>
internal sealed class Lexicon
{
    /// <summary>Groups that say only who: an entry made of them alone says nothing.</summary>
    private static readonly HashSet<string> Naming = ["me", "parent", "kin", "child", "person", "he", "other", "sibling", "teacher", "peer"];

    private readonly Dictionary<string, int> _atoms = [];
    private readonly Dictionary<int, List<(Pattern Pattern, int Group)>> _phrases = [];
    private readonly Dictionary<int, List<LexiconEntry>> _byAtom = [];
    private readonly Dictionary<string, List<string>> _groupForms = [];
    private readonly Dictionary<int, Clue> _clues = [];
    private readonly Dictionary<int, string> _groups = [];
    private readonly List<LexiconEntry> _entries = [];
    private readonly PatternReader _reader;

    private Lexicon()
    {
        _reader = new PatternReader(AtomOf, Naming);
        foreach (var row in LexiconFiles.Rows("words.tsv"))
            ReadGroup(row[0], row[2]);
        foreach (var row in LexiconFiles.Rows("together.tsv"))
            ReadClue(row);
        foreach (var theme in LexiconFiles.Themes())
        {
            foreach (var row in LexiconFiles.Rows(theme))
                ReadEntry(theme, row);
        }
    }

    public Vocabulary Vocabulary { get; } = new();

    public IReadOnlyList<LexiconEntry> Entries => _entries;

    public IEnumerable<Clue> Clues => _clues.Values;

    public static Lexicon Load() => new();

    /// <summary>The atom of a group that the rules know by name.</summary>
    public int Group(string name) => _atoms.TryGetValue($"<{name}>", out var atom)
        ? atom
        : throw new InvalidOperationException($"words.tsv has no group '{name}'.");

    public ReadOnlySpan<(Pattern Pattern, int Group)> PhrasesFrom(int atom) => CollectionsMarshal.AsSpan(_phrases.GetValueOrDefault(atom));

    public ReadOnlySpan<LexiconEntry> EntriesFrom(int atom) => CollectionsMarshal.AsSpan(_byAtom.GetValueOrDefault(atom));

    /// <summary>The clue that an atom is, if it is one.</summary>
    public Clue? ClueOf(int atom) => _clues.GetValueOrDefault(atom);

    /// <summary>What a group is called, over all languages; null for an atom that is a single form.</summary>
    public string? GroupName(int atom) => _groups.GetValueOrDefault(atom);

    private void ReadGroup(string name, string forms)
    {
        var group = Intern($"<{name}>");
        _groups[group] = $"<{name}>";
        if (!_groupForms.TryGetValue(name, out var own))
            _groupForms[name] = own = [];
        own.AddRange(forms.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(form => form[0] == '<' ? _groupForms[form[1..^1]] : [form]).ToList());
        foreach (var form in own)
        {
            if (form.Contains('_', StringComparison.Ordinal))
                AddPhrase(form, group);
            else
                Vocabulary.Add(form, group);
        }
    }

    private void ReadClue(string[] row)
    {
        var name = $"{row[0]}, {row[1]}, {row[3]}";
        ReadGroup(name, row[4]);
        _groups[Group(name)] = $"<{row[0]} {row[1]}>";
        _clues[Group(name)] = new Clue(row[0], Enum.Parse<ClueSide>(row[1], ignoreCase: true), int.Parse(row[2], CultureInfo.InvariantCulture), row[5]);
    }

    private void ReadEntry(string theme, string[] row)
    {
        var idiom = row[0].StartsWith('!');
        var code = row[0].TrimStart('!');
        var sign = code == "*" ? null : SignCodes.All.TryGetValue(code, out var known)
            ? known
            : throw new FormatException($"{theme} names the unknown code '{code}'.");
        var entry = new LexiconEntry(theme, sign, idiom, row[1], row[2], row[3], _reader.Read(row[2]));
        _entries.Add(entry);
        foreach (var atom in entry.Pattern.Terms[entry.Pattern.Anchor][0].Atoms)
            Under(_byAtom, atom).Add(entry);
    }

    private int AtomOf(string word)
    {
        if (word.StartsWith('<'))
            return Group(word[1..^1]);
        var known = _atoms.ContainsKey(word);
        var atom = Intern(word);
        if (known)
            return atom;
        if (word.Contains('_', StringComparison.Ordinal))
            AddPhrase(word, atom);
        else
            Vocabulary.Add(word, atom);
        return atom;
    }

    private void AddPhrase(string phrase, int atom)
    {
        var pattern = _reader.ReadPhrase(phrase);
        Under(_phrases, pattern.Terms[0][0].Atoms[0]).Add((pattern, atom));
    }

    private int Intern(string name)
    {
        if (!_atoms.TryGetValue(name, out var atom))
            _atoms[name] = atom = _atoms.Count;
        return atom;
    }

    private static List<T> Under<T>(Dictionary<int, List<T>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }
}
