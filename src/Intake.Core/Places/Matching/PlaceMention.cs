namespace Senim.Intake.Places.Matching;

/// <summary>A stretch of words that names a place, with what stands around it.</summary>
/// <param name="Typed">The words as they were typed, for people who ask why.</param>
/// <param name="Names">What it may stand for, each with the distance from how it was typed (0: exact).</param>
/// <param name="Cue">The word for the kind of unit beside it.</param>
/// <param name="HasCue">That word was written out, not read from an adjective's ending.</param>
/// <param name="CueFits">False when nothing of this name is of the kind said.</param>
/// <param name="SaysWhere">A Kazakh "in" or "from" ending, or a Russian or English preposition before it.</param>
/// <param name="IsDoubtful">"Beside" the place, or a school, a street or a person of that name: perhaps not in it.</param>
/// <param name="IsModified">"New", "upper" stands before it: perhaps another place.</param>
/// <param name="Presence">Whether the child is there, as far as the clause tells.</param>
/// <param name="SaysMore">Its clause has other words of which nothing is known.</param>
/// <param name="IsEveryday">An everyday word or a first name, or a case of one.</param>
/// <param name="IsForeignToo">A place abroad has the name as well.</param>
/// <param name="IsOfPerson">"From" it, but nobody comes from there or lives there: "Нұрадан қорқамын" speaks of a girl.</param>
internal sealed record PlaceMention(
    string Typed,
    IReadOnlyList<(PlaceName Name, double Cost)> Names,
    int Length,
    PlaceCue Cue,
    bool HasCue,
    bool CueFits,
    bool SaysWhere,
    bool IsDoubtful,
    bool IsModified,
    Presence Presence,
    bool SaysMore,
    bool IsEveryday,
    bool IsForeignToo,
    bool IsOfPerson)
{
    /// <summary>A cost above this is a spelling mistake, not an ending.</summary>
    public const double Inflected = 0.2;

    public double Cost => Names.Min(name => name.Cost);

    public bool IsMisspelt => Cost > Inflected;

    /// <summary>Whether it was typed just as the name of a settlement is written, but for an ending. Units are written in many ways.</summary>
    public bool IsSpelt(PlaceName name) => name.Settlement is null || Typed.StartsWith(name.Written, StringComparison.OrdinalIgnoreCase);

    /// <summary>"Абая" with no word before it: of somebody, as streets are named.</summary>
    public bool IsOfSomebody => Cost > 0 && !IsMisspelt && !SaysWhere && !HasCue && !IsAdjective && Typed[^1] is 'а' or 'я' or 'А' or 'Я';

    /// <summary>A Russian adjective: "Мартукский".</summary>
    public bool IsAdjective => !HasCue && Cue != PlaceCue.None;

    /// <summary>Of the best known of its meanings; a village more of the name does not make a city doubtful.</summary>
    public bool IsWeak => Names.Any(hit => hit.Name.IsWeak && (hit.Name.IsWellKnown || !IsWellKnown));

    public bool IsWellKnown => Names.Any(hit => hit.Name.IsWellKnown);
}

/// <summary>A place abroad in a text.</summary>
internal readonly record struct ForeignMention(string Typed, Presence Presence, bool IsCountry);

/// <summary>The mentions in a text and whether its other words say nothing more than "I live", or are an address.</summary>
internal sealed record PlaceReading(IReadOnlyList<PlaceMention> Mentions, IReadOnlyList<ForeignMention> Abroad, bool IsOnlyPlace, bool IsAddress);
