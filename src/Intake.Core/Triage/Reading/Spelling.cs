using System.Collections.Frozen;

namespace Senim.Intake.Triage.Reading;

/// <summary>How one or more typed characters may stand for Cyrillic letters, and which letters children take for one another.</summary>
internal static class Spelling
{
    /// <summary>Habits of typing Kazakh and Russian with Latin letters and digits, several for each sound.</summary>
    private static readonly FrozenDictionary<char, Reading[]> Latin = Table(
        "a=а ae=а e=е b=б c=с,ц,к ch=ч,ш d=д f=ф g=г,ж gh=г h=х kh=х i=и,ы ii=и ia=я iu=ю ya=я ja=я yu=ю ju=ю yo=е jo=е io=е ye=е je=е ie=е,ие " +
        "j=ж,и k=к l=л m=м n=н ng=н o=о oe=о p=п q=к r=р s=с sh=ш sch=ш shch=ш ş=ш t=т ts=ц tz=ц u=у,ю v=в w=у,ш,в x=х,кс y=ы,и,у iy=и yi=и ij=и yj=и z=з zh=ж " +
        "4=ч 6=ш,б 3=з 0=о 1=и 9=я 7=т 5=с @=а $=с " +
        "0=o 1=i,l 3=e 4=a 5=s 7=t @=a $=s '=");

    /// <summary>Latin letters and digits that look like the Cyrillic ones they stand for inside a word of mixed scripts.</summary>
    private static readonly FrozenDictionary<char, Reading[]> LookAlikes = Table(
        "a=а b=в,б c=с e=е h=н,х i=и k=к m=м n=п,н o=о p=р r=г,р t=т u=и,у x=х y=у w=ш s=с z=з d=д l=л f=ф g=г v=в q=к j=ж 0=о 3=з 4=ч 6=б 1=и 9=я 7=т @=а $=с '=,ь");

    /// <summary>Letters that sound alike to someone who is learning to spell; folded forms.</summary>
    private static readonly FrozenDictionary<char, char[]> SoundAlike = Alike("оа еи иы ея бп дт вф зс гк жш шч ую ке чш уо еы кх гх сц аы");

    private static readonly Reading[] NoReadings = [];

    /// <summary>What the letters from a place on may stand for besides themselves, by the first of them.</summary>
    /// <param name="typed">The letter at that place.</param>
    public static Reading[] From(char typed, Script script) =>
        (script == Script.Latin ? Latin : LookAlikes).GetValueOrDefault(typed) ?? NoReadings;

    public static bool SoundsLike(char typed, char meant) => SoundAlike.TryGetValue(typed, out var others) && Array.IndexOf(others, meant) >= 0;

    private static FrozenDictionary<char, Reading[]> Table(string rows) => rows
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split('='))
        .SelectMany(cells => cells[1].Split(','), (cells, letters) => new Reading(cells[0], letters))
        .GroupBy(reading => reading.Typed[0])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static FrozenDictionary<char, char[]> Alike(string pairs) => pairs
        .Split(' ')
        .SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) })
        .GroupBy(pair => pair.Item1, pair => pair.Item2)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());
}

/// <param name="Typed">What was typed.</param>
/// <param name="Letters">What it may stand for; empty when it stands for nothing.</param>
internal sealed record Reading(string Typed, string Letters);
