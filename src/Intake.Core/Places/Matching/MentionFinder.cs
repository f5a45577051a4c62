namespace Senim.Intake.Places.Matching;

/// <summary>Reads the words of a text from left to right and finds the names in them, the longest first.</summary>
internal sealed class MentionFinder(NameIndex index, PlaceWords lexicon, PresenceWords presence, EverydayWords everyday, ForeignPlaces foreign)
{
    private const int MaxNameWords = 3;

    // So short a name abroad is as likely a word: "Ош", "Рим".
    private const int MaxDoubtfulName = 4;

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

    private readonly Remembered<KnownWords> known = new(MostWordsRemembered, MostCharsRemembered);
    private readonly Remembered<(WordForm Form, (PlaceName Name, double Cost)[] Names)[]> nearTowns = new(MostWordsRemembered, MostCharsRemembered);
    private readonly Remembered<(WordForm Form, (PlaceName Name, double Cost)[] Names)[]> nearAll = new(MostWordsRemembered, MostCharsRemembered);

    public PlaceReading Read(string text)
    {
        var words = PlaceText.Split(text, lexicon);
        var named = words.Count(word => word.Role is WordRole.Unknown or WordRole.Common or WordRole.Foreign && !word.IsNumber);
        var isShort = !words.Exists(word => word.Role is WordRole.Common or WordRole.Foreign) && words.Count(word => word.Role == WordRole.Unknown) <= 6;
        var typed = new TypedPlace(words, new CueFinder(words), new ClauseReader(words, presence), isShort, IsOneWord: named == 1);
        var mentions = new List<PlaceMention>();
        var unexplained = 0;
        var searches = 0;
        for (var at = 0; at < words.Count;)
        {
            var (mention, length) = Longest(typed, at, ref searches);
            if (mention is not null)
            {
                mentions.Add(mention);
            }
            else if (length == 0)
            {
                length = 1;
                if (words[at].Role is WordRole.Unknown or WordRole.Common or WordRole.Foreign && !typed.Cues.IsStreet(at, at + 1))
                    unexplained++;
            }

            at += length;
        }

        return new PlaceReading(mentions, typed.Abroad, IsOnlyPlace: unexplained == 0, typed.IsAddress);
    }

    /// <summary>The mention that starts here and its length in words; a street's name and a place abroad have a length and no mention.</summary>
    private (PlaceMention? Mention, int Length) Longest(TypedPlace typed, int at, ref int searches)
    {
        var (words, cues) = (typed.Words, typed.Cues);
        var longest = 1;
        while (longest < MaxNameWords && at + longest < words.Count && !words[at + longest - 1].Ends && CanBePart(words[at + longest]))
            longest++;
        if (!CanBePart(words[at]))
            return default;

        for (var length = longest; length >= 1; length--)
        {
            var (cue, cueAt) = cues.Of(at, at + length);
            var key = Key(words, at, length);
            var what = Known(key);
            var isEveryday = length == 1 && what.IsEveryday;
            var names = Exact(words, at, length, what.Forms, cue, out var form);
            var (abroad, cost) = cue == PlaceCue.Region ? what.AbroadBesideRegion : what.Abroad;

            // "Ташкентка" is a village, though Ташкент is abroad.
            if (names.Exists(name => name.Cost < cost))
                abroad = Abroad.No;
            var isAbroad = IsAbroad(typed, at, length, abroad, cue, cueAt, isEveryday);
            if (isAbroad && names.Count == 0)
                return (null, length);
            if (names.Count == 0)
                continue;
            if (length == 1 && cue == PlaceCue.None && (!isEveryday || typed.IsOneWord))
                AddMisspeltCity(names, key);
            return Mention(typed, at, length, names, form, cue, cueAt, isEveryday, isAbroad);
        }

        if (words[at].Role != WordRole.Unknown || words[at].IsNumber)
            return default;
        for (var length = Math.Min(longest, 2); length >= 1; length--)
        {
            if (length > 1 && (words[at + 1].Role != WordRole.Unknown || words[at + 1].IsNumber || Key(words, at, 2).Length < MinJoinedLetters || HasExact(words[at + 1].Key)))
                continue;
            var (cue, cueAt) = cues.Of(at, at + length);
            var isEveryday = Known(words[at].Key).IsEveryday || (length > 1 && Known(words[at + 1].Key).IsEveryday);
            if (isEveryday && cue == PlaceCue.None && !typed.IsOneWord)
                continue;
            if (++searches > MaxNearSearches)
                return default;
            var names = Near(Key(words, at, length), cue, typed.IsShort || cue != PlaceCue.None, out var form);
            if (names.Count > 0)
                return Mention(typed, at, length, names, form, cue, cueAt, isEveryday, isForeignToo: false);
        }

        return default;
    }

    /// <summary>Notes a place abroad of this name, unless a word beside it says that a place of this country is meant.</summary>
    private static bool IsAbroad(TypedPlace typed, int at, int length, Abroad abroad, PlaceCue cue, int cueAt, bool isEveryday)
    {
        if (abroad == Abroad.No || cue is PlaceCue.District or PlaceCue.Village || typed.Cues.IsStreet(at, at + length) || typed.Cues.IsNamesake(at, at + length))
            return false;
        var isDoubtful = abroad == Abroad.Place && (isEveryday || (length == 1 && typed.Words[at].Key.Length <= MaxDoubtfulName));
        if (isDoubtful && !typed.IsOneWord && !typed.Cues.SaysWhere(at))
            return false;
        typed.Abroad.Add(new ForeignMention(
            Written(typed.Words, at, at + length), typed.Clauses.Of(at, Math.Max(at + length - 1, cueAt)), abroad == Abroad.Country));
        return true;
    }

    private static string Written(List<PlaceWord> words, int start, int end) => string.Join(' ', words[start..end].Select(word => word.Typed));

    private static bool CanBePart(PlaceWord word) => word.Role is WordRole.Unknown or WordRole.Common or WordRole.Foreign or WordRole.Modifier or WordRole.Title && !word.IsNumber;

    private static string Key(List<PlaceWord> words, int at, int length) =>
        length == 1 ? words[at].Key : PlaceKey.Join(words.Skip(at).Take(length).Select(word => word.Key));

    private bool HasExact(string key) => Known(key).Forms.Length > 0;

    /// <summary>What depends on the words alone.</summary>
    private KnownWords Known(string key) => known.Of(key, word =>
    {
        var forms = WordForms.Of(word).OrderBy(form => form.Cost).ToList();
        return new KnownWords(
            [.. forms.Select(form => (form, (PlaceName[])[.. index.Exact(form.Key)])).Where(named => named.Item2.Length > 0)],
            foreign.Find(forms, hasRegionCue: false),
            foreign.Find(forms, hasRegionCue: true),
            everyday.Has(word));
    });

    /// <summary>The same of names that the word may be a slip of; it costs most of all, and the same words come again and again.</summary>
    private (WordForm Form, (PlaceName Name, double Cost)[] Names)[] Near(string key, bool alsoVillages) => (alsoVillages ? nearAll : nearTowns).Of(
        key,
        word => [.. WordForms.Likely(word).Select(form => (form, Near(form, alsoVillages))).Where(named => named.Item2.Length > 0)]);

    private (PlaceName Name, double Cost)[] Near(WordForm form, bool alsoVillages) =>
        [.. index.Near(form.Key, alsoVillages).SelectMany(hit => index.Exact(hit.Key).Select(name => (name, hit.Cost + form.Cost)))];

    private static List<(PlaceName Name, double Cost)> Exact(List<PlaceWord> words, int at, int length, (WordForm Form, PlaceName[] Names)[] forms, PlaceCue cue, out WordForm taken)
    {
        taken = default;
        if (forms.Length == 0)
            return [];

        // Everyday words are names only with their kind beside them ("Май ауданы") or as part of a longer name of as many words.
        var everyday = words.Skip(at).Take(length).Any(word => word.Role != WordRole.Unknown);
        var found = new List<(PlaceName Name, double Cost)>();
        foreach (var (form, named) in forms)
        {
            var names = named
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

    private static (PlaceMention?, int) Mention(
        TypedPlace typed, int at, int length, List<(PlaceName Name, double Cost)> names, WordForm form, PlaceCue cue, int cueAt, bool isEveryday, bool isForeignToo)
    {
        var (words, cues, clauses) = (typed.Words, typed.Cues, typed.Clauses);
        var end = at + length;
        var isCertain = names.Exists(hit => hit.Name.IsWellKnown && !hit.Name.IsWeak && hit.Cost <= PlaceMention.Inflected);
        if (cues.IsStreet(at, end) || (!isCertain && cues.LeadsToStreet(end)))
            return (null, length);
        var fits = cue == PlaceCue.None || names.Exists(hit => hit.Name.Answers(cue));
        var kind = cue != PlaceCue.None && fits ? cue : form.Cue;
        var isDoubtful = cues.IsNear(at, end) || (cue == PlaceCue.None && (cues.IsNamesake(at, end) || (!isCertain && cues.HasNumberAfter(end))));
        var last = Math.Max(end - 1, cueAt);
        var heading = clauses.HeadingOf(at, last);
        var saysWhere = form.SaysWhere || cues.SaysWhere(at) || (heading == Heading.To && clauses.SpeaksOfPlaces(at));
        return (
            new PlaceMention(
                Written(words, at, end), names, form.Key.Length, kind, HasCue: cue != PlaceCue.None, fits, saysWhere, isDoubtful, cues.IsModified(at),
                clauses.Of(at, last), clauses.SaysMore(at, last), isEveryday, isForeignToo,
                IsOfPerson: isEveryday && heading == Heading.From && !cues.SaysWhere(at) && !clauses.SpeaksOfPlaces(at) && !clauses.IsFirstPerson(last)),
            length);
    }

    /// <param name="Forms">The forms that the words may be and that are somebody's name, the likeliest first.</param>
    /// <param name="AbroadBesideRegion">The same with "область" beside them.</param>
    private sealed record KnownWords((WordForm Form, PlaceName[] Names)[] Forms, (Abroad What, double Cost) Abroad, (Abroad What, double Cost) AbroadBesideRegion, bool IsEveryday);

    /// <summary>A text while it is read.</summary>
    private sealed record TypedPlace(List<PlaceWord> Words, CueFinder Cues, ClauseReader Clauses, bool IsShort, bool IsOneWord)
    {
        public List<ForeignMention> Abroad { get; } = [];

        /// <summary>"Орал, Жәңгір хан 45": numbers, streets and schools, and nobody who does anything.</summary>
        public bool IsAddress { get; } = Words.Exists(word => word.IsNumber || word.Role is WordRole.Street or WordRole.StreetAfter or WordRole.Institution or WordRole.InstitutionAfter)
            && !Words.Exists(word => word.Role is WordRole.Common or WordRole.Foreign)
            && !Enumerable.Range(0, Words.Count).Any(Clauses.SpeaksOfPeople);
    }
}
