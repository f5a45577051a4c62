using System.Collections.Frozen;

namespace Senim.Intake.Triage.Reading;

/// <summary>How one or more typed characters may stand for Cyrillic letters, and which letters children take for one another.</summary>
internal static class Spelling
{
    private const int LongestLatin = 4;

    /// <summary>Habits of typing Kazakh and Russian with Latin letters and digits, several for each sound.</summary>
    private static readonly FrozenDictionary<string, string[]> Latin = Table(
        "a=а ae=а e=е b=б c=с,ц,к ch=ч,ш d=д f=ф g=г,ж gh=г h=х kh=х i=и,ы ii=и ia=я iu=ю ya=я ja=я yu=ю ju=ю yo=е jo=е io=е ye=е je=е ie=е,ие " +
        "j=ж,и k=к l=л m=м n=н ng=н o=о oe=о p=п q=к r=р s=с sh=ш sch=ш shch=ш ş=ш t=т ts=ц tz=ц u=у v=в w=у,ш,в x=х,кс y=ы,и,у iy=и yi=и ij=и yj=и z=з zh=ж " +
        "4=ч 6=ш,б 3=з 0=о 1=и 9=я 7=т 5=с @=а $=с");

    /// <summary>Latin letters and digits that look like the Cyrillic ones they stand for inside a word of mixed scripts.</summary>
    private static readonly FrozenDictionary<string, string[]> LookAlikes = Table(
        "a=а b=в,б c=с e=е h=н,х i=и k=к m=м n=п,н o=о p=р r=г,р t=т u=и,у x=х y=у w=ш s=с z=з d=д l=л f=ф g=г v=в q=к j=ж 0=о 3=з 4=ч 6=б 1=и 9=я 7=т @=а $=с");

    private static readonly FrozenDictionary<string, string[]> LatinDigits = Table("0=o 1=i,l 3=e 4=a 5=s 7=t @=a $=s");

    /// <summary>Letters that sound alike to someone who is learning to spell; folded forms.</summary>
    private static readonly FrozenDictionary<char, char[]> SoundAlike = Alike("оа еи иы ея бп дт вф зс гк жш шч ую ке чш уо еы кх гх сц аы");

    public static IEnumerable<(int Length, string Letters)> Readings(string word, int at, Script script)
    {
        var c = word[at];
        if (c == '\'')
            yield return (1, "");
        if (script == Script.Latin)
        {
            yield return (1, word[at].ToString());
            for (var length = 1; length <= LongestLatin && at + length <= word.Length; length++)
            {
                if (!Latin.TryGetValue(word.Substring(at, length), out var letters))
                    continue;
                foreach (var letter in letters)
                    yield return (length, letter);
            }

            if (LatinDigits.TryGetValue(c.ToString(), out var digits))
                foreach (var digit in digits)
                    yield return (1, digit);
            yield break;
        }

        if (c == '\'')
            yield return (1, "ь");
        yield return (1, c.ToString());
        if (LookAlikes.TryGetValue(c.ToString(), out var looks))
            foreach (var look in looks)
                yield return (1, look);
    }

    public static bool SoundsLike(char typed, char meant) => SoundAlike.TryGetValue(typed, out var others) && Array.IndexOf(others, meant) >= 0;

    private static FrozenDictionary<string, string[]> Table(string rows) => rows
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split('='))
        .ToFrozenDictionary(cells => cells[0], cells => cells[1].Split(','), StringComparer.Ordinal);

    private static FrozenDictionary<char, char[]> Alike(string pairs) => pairs
        .Split(' ')
        .SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) })
        .GroupBy(pair => pair.Item1, pair => pair.Item2)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());
}
