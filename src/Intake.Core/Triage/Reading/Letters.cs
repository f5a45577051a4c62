using System.Globalization;

namespace Senim.Intake.Triage.Reading;

/// <summary>
/// Folds single characters: case, Kazakh letters to the Russian ones they are typed with (қ=к ә=а ғ=г ң=н ө=о ү,ұ=у і=и һ=х), ё=е, й=и,
/// щ=ш, э=е, ъ=ь, and accented Latin to plain. Lexicon forms are folded the same way, so nothing is lost by it that both sides need.
/// </summary>
internal static class Letters
{
    private const string From = "ёйщэъқәғңөүұіһїєўáàâäãéèêëíìîïıóòôöúùûüūýñńğǵçѕј’‘`´ʼʹ";
    private const string Into = "еишеькагноууихиеуaaaaaeeeeiiiiioooouuuuuynnggcsj''''''";
    private static readonly char[] Folded = MakeTable();

    /// <summary>Combining marks, zero-width and direction marks, variation selectors: they carry no letter.</summary>
    public static bool IsDropped(char c) => c >= 0x00AD && (c == 0x00AD || c == 0x180E ||
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format);

    public static char Fold(char c) => c < Folded.Length ? Folded[c] : c is >= '\uFF01' and <= '\uFF5E' ? Folded[c - 0xFEE0] : c;

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04FF';

    public static bool IsLatin(char c) => c is >= 'a' and <= 'z' or 'ş';

    /// <summary>Folds a lexicon form, drops apostrophes and collapses repeated letters.</summary>
    public static string FoldForm(string form)
    {
        var letters = new List<char>(form.Length);
        foreach (var raw in form)
        {
            var c = Fold(raw);
            if (c == '\'' || IsDropped(raw) || (letters.Count > 0 && letters[^1] == c && !char.IsDigit(c)))
                continue;
            letters.Add(c);
        }

        return new string([.. letters]);
    }

    private static char[] MakeTable()
    {
        var table = new char[0x2100];
        for (var i = 0; i < table.Length; i++)
        {
            var lower = char.ToLowerInvariant((char)i);
            var at = From.IndexOf(lower, StringComparison.Ordinal);
            table[i] = at >= 0 ? Into[at] : lower;
        }

        return table;
    }
}
