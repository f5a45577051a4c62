namespace Senim.Intake.Places.Matching;

/// <summary>Tells which of the words around a name belong to it.</summary>
internal sealed class CueFinder(List<PlaceWord> words)
{
    // English says the kind after the name, Russian before it unless the name is an adjective.
    private static readonly HashSet<string> English =
        [.. new[] { "district", "region", "city", "town", "village", "settlement", "province" }.Select(word => PlaceKey.Of(word))];

    /// <summary>The word for the kind of unit that belongs to the words from <paramref name="start"/> up to <paramref name="end"/>, and where it stands.</summary>
    public (PlaceCue Cue, int At) Of(int start, int end)
    {
        var after = end < words.Count && !words[end - 1].Ends ? end : -1;
        if (after >= 0 && words[after].Role == WordRole.StreetAfter && after + 1 < words.Count && words[after + 1].Role == WordRole.CueAfter)
            after++;
        if (after >= 0 && (words[after].Role == WordRole.CueAfter || (words[after].Role == WordRole.Cue && BindsLeft(after))))
            return (words[after].Cue, after);

        var before = start - 1;
        if (before > 0 && words[before].Role == WordRole.Named)
            before--;
        if (before >= 0 && words[before].Role == WordRole.Cue && !words[before].Ends && !BindsLeft(before))
            return (words[before].Cue, before);
        return (PlaceCue.None, -1);
    }

    /// <summary>The words are the name of a street, a school or a theatre.</summary>
    public bool IsStreet(int start, int end)
    {
        if (end < words.Count && !words[end - 1].Ends)
        {
            if (words[end].Role == WordRole.StreetAfter)
                return !(end + 1 < words.Count && words[end + 1].Role == WordRole.CueAfter);
            if (words[end].Role == WordRole.Street && (IsAdjective(end - 1) || end + 1 >= words.Count || words[end + 1].Role is not (WordRole.Unknown or WordRole.Common or WordRole.Title or WordRole.Modifier)))
                return true;
        }

        if (start == 0)
            return false;
        var before = words[start - 1];
        // "3 мкр Актау": the number is the street's name.
        return (before.Role == WordRole.Street && !(start > 1 && words[start - 2].IsNumber && !words[start - 2].Ends))
            || (before.Role == WordRole.Named && !(start > 1 && words[start - 2].Role == WordRole.Cue));
    }

    /// <summary>"In" or "from" stands before, with nothing between that could be the place itself.</summary>
    public bool SaysWhere(int start) => LeadsFrom(start, WordRole.Preposition, between: word =>
        word.Role is WordRole.Cue or WordRole.Modifier or WordRole.Named or WordRole.Filler);

    public bool IsNear(int start, int end) =>
        LeadsFrom(start, WordRole.Near, between: word => word.Role == WordRole.Cue || (word.Role == WordRole.Filler && word.Key.Length <= 2))
        || (end < words.Count && words[end].Role == WordRole.NearAfter && !words[end - 1].Ends);

    /// <summary>A school, a market or a person of that name: "школа Панфилова", but "12 школа Тараз" is a school in Taraz.</summary>
    public bool IsNamesake(int start, int end)
    {
        if (end < words.Count && !words[end - 1].Ends && words[end].Role is WordRole.Title or WordRole.InstitutionAfter)
            return true;
        return start > 0 && words[start - 1] is { Role: WordRole.Institution, Ends: false } && !(start > 1 && words[start - 2].IsNumber);
    }

    /// <summary>A house number may follow: the name is then as likely a street's.</summary>
    public bool HasNumberAfter(int end) => end < words.Count && words[end].IsNumber && !words[end - 1].Ends;

    /// <summary>Another word stands between the name and "street": "Абылай хан даңғылы".</summary>
    public bool LeadsToStreet(int end) =>
        end + 1 < words.Count && !words[end - 1].Ends && !words[end].Ends && words[end + 1].Role == WordRole.StreetAfter
        && words[end].Role is WordRole.Unknown or WordRole.Title;

    public bool IsModified(int start) => start > 0 && words[start - 1].Role == WordRole.Modifier && !words[start - 1].Ends;

    private bool BindsLeft(int cue)
    {
        if (cue == 0 || words[cue - 1].Ends || words[cue - 1].Role is not (WordRole.Unknown or WordRole.Common))
            return false;
        var alone = words[cue].Ends || cue + 1 >= words.Count || words[cue + 1].Role is not (WordRole.Unknown or WordRole.Common or WordRole.Named);
        return alone || IsAdjective(cue - 1) || English.Contains(words[cue].Key);
    }

    private bool LeadsFrom(int start, WordRole role, Func<PlaceWord, bool> between)
    {
        for (var i = start - 1; i >= 0 && i >= start - 4 && !words[i].Ends; i--)
        {
            if (words[i].Role == role)
                return true;
            if (!between(words[i]))
                return false;
        }

        return false;
    }

    private bool IsAdjective(int at) => WordForms.Of(words[at].Key).First().Cue != PlaceCue.None;
}
