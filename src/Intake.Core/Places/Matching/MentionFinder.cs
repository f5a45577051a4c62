namespace Senim.Intake.Places.Matching;

/// <summary>Reads the words of a text from left to right and finds the names in them, the longest first.</summary>
internal sealed class MentionFinder(NameIndex index, PlaceWords lexicon)
{
    private const int MaxNameWords = 3;

    // The search by distance is the costly one; a place comes early or stands alone, and the text may be a thousand letters of anything.
    private const int MaxNearSearches = 60;

    // Two words are joined for a search by distance only when together they are long enough for a mistake: "усть каменагорск".
    private const int MinJoinedLetters = 8;

    // Two everyday words make a name only when it is long: "сары агаш".
    private const int MinJoinedName = 7;

    private const double NearlyAsClose = 0.5;

    // What an exact name is ahead of one that needs a slip, in points of distance.
    private const double Slip = 0.5;

    private const int MostWordsRemembered = 4096;
    private const int MostCharsRemembered = 64;

    private readonly Remembered<(WordForm Form, PlaceName[] Names)[]> written = new(MostWordsRemembered, MostCharsRemembered);
    private readonly Remembered<(WordForm Form, (PlaceName Name, double Cost)[] Names)[]> nearTowns = new(MostWordsRemembered, MostCharsRemembered);
    private readonly Remembered<(WordForm Form, (PlaceName Name, double Cost)[] Names)[]> nearAll = new(MostWordsRemembered, MostCharsRemembered);

    public PlaceReading Read(string text)
    {
        var words = PlaceText.Split(text, lexicon);
        var cues = new CueFinder(words);
        var mentions = new List<PlaceMention>();
        var boundCues = new HashSet<int>();
        var unexplained = 0;
        var searches = 0;
        var isShort = !words.Exists(word => word.Role is WordRole.Common or WordRole.Foreign) && words.Count(word => word.Role == WordRole.Unknown) <= 6;
        for (var at = 0; at < words.Count;)
        {
            var (mention, length, cueAt) = Longest(words, cues, at, isShort, ref searches);
            if (mention is not null)
            {
                mentions.Add(mention);
                boundCues.Add(cueAt);
            }
            else if (length == 0)
            {
                length = 1;
                if (words[at].Role is WordRole.Unknown or WordRole.Common or WordRole.Foreign && !cues.IsStreet(at, at + 1))
                    unexplained++;
            }

            at += length;
        }

        var loose = Enumerable.Range(0, words.Count).Any(i =>
            words[i].Cue is PlaceCue.District or PlaceCue.City or PlaceCue.Village && words[i].Role is WordRole.Cue or WordRole.CueAfter && !boundCues.Contains(i));
        return new PlaceReading(mentions, IsOnlyPlace: unexplained == 0, loose);
    }

    /// <summary>The mention that starts here and its length in words; a street's name has a length and no mention.</summary>
    private (PlaceMention? Mention, int Length, int CueAt) Longest(List<PlaceWord> words, CueFinder cues, int at, bool isShort, ref int searches)
    {
        var longest = 1;
        while (longest < MaxNameWords && at + longest < words.Count && !words[at + longest - 1].Ends && CanBePart(words[at + longest]))
            longest++;
        if (!CanBePart(words[at]))
            return default;

        for (var length = longest; length >= 1; length--)
        {
            var (cue, cueAt) = cues.Of(at, at + length);
            var names = Exact(words, at, length, cue, out var form);
            if (names.Count == 0)
                continue;
            if (length == 1 && cue == PlaceCue.None)
                AddMisspeltCity(names, words[at].Key);
            return Mention(cues, at, length, names, form, cue, cueAt);
        }

        if (words[at].Role != WordRole.Unknown || words[at].IsNumber)
            return default;
        for (var length = Math.Min(longest, 2); length >= 1; length--)
        {
            if (length > 1 && (words[at + 1].Role != WordRole.Unknown || words[at + 1].IsNumber || Key(words, at, 2).Length < MinJoinedLetters || HasExact(words[at + 1].Key)))
                continue;
            if (++searches > MaxNearSearches)
                return default;
            var (cue, cueAt) = cues.Of(at, at + length);
            var names = Near(Key(words, at, length), cue, isShort || cue != PlaceCue.None, out var form);
            if (names.Count > 0)
                return Mention(cues, at, length, names, form, cue, cueAt);
        }

        return default;
    }

    private static bool CanBePart(PlaceWord word) => word.Role is WordRole.Unknown or WordRole.Common or WordRole.Foreign or WordRole.Modifier or WordRole.Title && !word.IsNumber;

    private static string Key(List<PlaceWord> words, int at, int length) =>
        length == 1 ? words[at].Key : PlaceKey.Join(words.Skip(at).Take(length).Select(word => word.Key));

    private bool HasExact(string key) => Written(key).Length > 0;

    /// <summary>The forms that a word may be and that are somebody's name, the likeliest first.</summary>
    private (WordForm Form, PlaceName[] Names)[] Written(string key) => written.Of(
        key,
        word => [.. WordForms.Of(word).OrderBy(form => form.Cost).Select(form => (form, (PlaceName[])[.. index.Exact(form.Key)])).Where(known => known.Item2.Length > 0)]);

    /// <summary>The same of names that the word may be a slip of; it costs most of all, and the same words come again and again.</summary>
    private (WordForm Form, (PlaceName Name, double Cost)[] Names)[] Near(string key, bool alsoVillages) => (alsoVillages ? nearAll : nearTowns).Of(
        key,
        word => [.. WordForms.Likely(word).Select(form => (form, Near(form, alsoVillages))).Where(known => known.Item2.Length > 0)]);

    private (PlaceName Name, double Cost)[] Near(WordForm form, bool alsoVillages) =>
        [.. index.Near(form.Key, alsoVillages).SelectMany(hit => index.Exact(hit.Key).Select(name => (name, hit.Cost + form.Cost)))];

    private List<(PlaceName, double)> Exact(List<PlaceWord> words, int at, int length, PlaceCue cue, out WordForm taken)
    {
        var forms = Written(Key(words, at, length));
        taken = default;
        if (forms.Length == 0)
            return [];

        // Everyday words are names only with their kind beside them ("Май ауданы") or as part of a longer name of as many words.
        var everyday = words.Skip(at).Take(length).Any(word => word.Role != WordRole.Unknown);
        var found = new List<(PlaceName Name, double Cost)>();
        foreach (var (form, known) in forms)
        {
            var names = known
                .Where(name => length > 1
                    ? name.Words == length || (name.IsWellKnown && (!everyday || form.Key.Length >= MinJoinedName))
                    : !everyday || (cue != PlaceCue.None && name.Answers(cue)))
                .Select(name => (name, form.Cost));
            var fitting = Fitting(names, cue, form);
            if (found.Count == 0 && fitting.Count > 0)
                taken = form;
            else if (found.Exists(hit => hit.Name.IsWellKnown))
                break;
            else if (found.Count > 0)
                // A village may be called what a city's name becomes in some case: "из Сатпаева".
                fitting = fitting.FindAll(hit => hit.Name.IsWellKnown);
            found.AddRange(fitting.Where(hit => !found.Exists(other => other.Name == hit.Name)));
        }

        return found;
    }

    /// <summary>
    /// A small village may be called what a slip makes of a city's name; then both are kept, and the writer is asked.
    /// </summary>
    private void AddMisspeltCity(List<(PlaceName Name, double Cost)> names, string key)
    {
        if (names.Exists(hit => hit.Name.IsWellKnown))
            return;
        var isExact = names.Min(hit => hit.Cost) == 0;
        foreach (var (near, cost) in index.Near(key, alsoVillages: false))
        {
            if (cost <= (isExact ? 0.75 : 1))
                names.AddRange(index.Exact(near).Where(name => name.Prominence >= 5 && !name.NeedsCue).Select(name => (name, cost + (isExact ? Slip : 0))));
        }
    }

    private List<(PlaceName, double)> Near(string key, PlaceCue cue, bool alsoVillages, out WordForm taken)
    {
        var best = double.PositiveInfinity;
        List<(PlaceName Name, double Cost)> found = [];
        taken = default;
        foreach (var (form, names) in Near(key, alsoVillages))
        {
            var fitting = Fitting(names, cue, form);
            found.AddRange(fitting);
            if (fitting.Count == 0 || fitting.Min(hit => hit.Cost) >= best)
                continue;
            best = fitting.Min(hit => hit.Cost);
            taken = form;
        }

        return [.. found
            .Where(hit => hit.Cost <= best + NearlyAsClose)
            .GroupBy(hit => (hit.Name.Unit, hit.Name.Settlement))
            .Select(group => group.MinBy(hit => hit.Cost))];
    }

    /// <summary>Those of the kind said; an adjective's gender is only a hint; when nothing is of that kind, what the bare name means.</summary>
    private static List<(PlaceName Name, double Cost)> Fitting(IEnumerable<(PlaceName Name, double Cost)> names, PlaceCue cue, WordForm form)
    {
        var all = names.ToList();
        foreach (var kind in new[] { cue, cue == PlaceCue.None ? form.Cue : PlaceCue.None, PlaceCue.None })
        {
            var fitting = all.Where(hit => hit.Name.Answers(kind)).ToList();
            if (fitting.Count > 0)
                return fitting;
        }

        return [];
    }

    private static (PlaceMention?, int, int) Mention(
        CueFinder cues, int at, int length, List<(PlaceName Name, double Cost)> names, WordForm form, PlaceCue cue, int cueAt)
    {
        var end = at + length;
        var isCertain = names.Exists(hit => hit.Name.IsWellKnown && !hit.Name.IsWeak && hit.Cost <= PlaceMention.Inflected);
        if (cues.IsStreet(at, end) || (!isCertain && cues.LeadsToStreet(end)))
            return (null, length, -1);
        var fits = cue == PlaceCue.None || names.Exists(hit => hit.Name.Answers(cue));
        var kind = cue != PlaceCue.None && fits ? cue : form.Cue;
        var isDoubtful = cues.IsNear(at, end) || (cue == PlaceCue.None && (cues.IsNamesake(at, end) || (!isCertain && cues.HasNumberAfter(end))));
        return (
            new PlaceMention(
                names, form.Key.Length, kind, HasCue: cue != PlaceCue.None, fits,
                form.SaysWhere || cues.SaysWhere(at), isDoubtful, cues.IsModified(at)),
            length,
            cueAt);
    }
}
