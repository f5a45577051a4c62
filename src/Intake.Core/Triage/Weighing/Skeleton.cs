namespace Senim.Intake.Triage.Weighing;

/// <summary>
/// One spelling for the many of a word: Cyrillic and the habits of typing it with Latin letters and digits meet in the same few letters ("қорқамын",
/// "коркамын", "qorqamyn", "korkamin"). Words of other languages are folded the same way each time, which is all that the weights need.
/// </summary>
internal static class Skeleton
{
    /// <summary>No word is read further than this.</summary>
    public const int MostLetters = 24;

    private const string Cyrillic = "абвгдежзиклмнопрстуфхцчшыюяіө";
    private const string AsOne = "abvgdejziklmnoprstufhcxwiuaio";

    /// <summary>Latin letters that stand for the Cyrillic ones they look like, inside a word that has Cyrillic letters.</summary>
    private const string LooksLike = "cpyhbxgr";
    private const string StandsFor = "srunvhgg";
    private static readonly char[] Table = MakeTable();

    /// <summary>Writes the skeleton of a folded word (<see cref="Reading.Letters"/>).</summary>
    /// <param name="word">Folded letters.</param>
    /// <param name="skeleton">At least <see cref="MostLetters"/> long.</param>
    /// <returns>How many letters were written; 0 for a word that has none.</returns>
    public static int Of(ReadOnlySpan<char> word, Span<char> skeleton)
    {
        var written = 0;
        var isCyrillic = word.ContainsAnyInRange('\u0400', '\u04FF');
        for (var at = 0; at < word.Length && written < MostLetters;)
        {
            var (letter, taken) = isCyrillic && LooksLike.IndexOf(word[at], StringComparison.Ordinal) is var like and >= 0 ? (StandsFor[like], 1) : Next(word, at);
            at += taken;
            if (letter != '\0' && (written == 0 || skeleton[written - 1] != letter))
                skeleton[written++] = letter;
        }

        return written;
    }

    public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static (char Letter, int Taken) Next(ReadOnlySpan<char> word, int at)
    {
        var c = word[at];
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        switch (c, next)
        {
            case ('s', 'h') or ('s', 'c') when next == 'h' || (at + 2 < word.Length && word[at + 2] == 'h'):
                return ('w', next == 'h' ? 2 : 3);
            case ('c', 'h'):
                return ('x', 2);
            case ('z', 'h'):
                return ('j', 2);
            case ('k', 'h'):
                return ('h', 2);
            case ('g', 'h'):
                return ('g', 2);
            case ('n', 'g') or ('н', 'г'):
                return ('n', 2);
            case ('t', 's') or ('t', 'z'):
                return ('c', 2);
            case ('y', 'a') or ('y', 'u') or ('i', 'a') or ('i', 'u'):
                return (next, 2);
            case ('y', 'e') or ('y', 'o') or ('i', 'e') or ('и', 'е'):
                return ('e', 2);
            case ('j', 'a' or 'u' or 'e' or 'o') when at > 0 && !IsVowel(Table[word[at - 1] & 0xFFF]):
                return (next == 'o' ? 'e' : next, 2);
            default:
                return (c < Table.Length ? Table[c] : c, 1);
        }
    }

    private static char[] MakeTable()
    {
        var table = new char[0x1000];
        for (var i = 0; i < table.Length; i++)
            table[i] = char.IsLetterOrDigit((char)i) ? (char)i : '\0';
        for (var i = 0; i < Cyrillic.Length; i++)
            table[Cyrillic[i]] = AsOne[i];
        foreach (var (typed, letter) in new[] { ('ь', '\0'), ('q', 'k'), ('y', 'i'), ('x', 'h'), ('w', 'w'), ('ş', 'w'), ('4', 'x'), ('0', 'o'), ('1', 'i'), ('3', 'z'), ('6', 'b'), ('@', 'a'), ('$', 's') })
            table[typed] = letter;
        return table;
    }
}
