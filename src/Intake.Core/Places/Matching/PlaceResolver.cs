using System.Globalization;

namespace Senim.Intake.Places.Matching;

/// <summary>
/// Decides what a typed text says about the place. One place is offered alone only when the name is certain, nothing of the same name
/// comes close, and the rest of the text does not suggest that the word was no place at all; anything less is a question.
/// </summary>
internal sealed class PlaceResolver
{
    private const int MaxChoices = 6;

    /// <summary>How many points ahead of the next a place must be to stand alone.</summary>
    private const double ClearLead = 3;

    /// <summary>Choices this far behind the best are not worth reading.</summary>
    private const double WorthAsking = 7;

    // A name that this many other places bear is a question even when one of them is better known.
    private const int CommonName = 6;

    private readonly IPlaceDirectory directory;
    private readonly MentionFinder finder;
    private readonly PlaceScores scores;

    public PlaceResolver(PlaceData data, IPlaceDirectory directory)
    {
        this.directory = directory;
        var words = new PlaceWords(data.WordRoles);
        var everyday = new EverydayWords(data.Everyday);
        finder = new MentionFinder(
            new NameIndex(data, words, everyday), words, new PresenceWords(data.Presence), everyday, new ForeignPlaces(data.Foreign, words));
        scores = new PlaceScores(directory);
    }

    public PlaceMatch Resolve(string text, string? withinRegion)
    {
        var inKazakh = PlaceLanguage.Of(text) == "kk";
        var match = Decide(finder.Read(text), withinRegion, inKazakh);
        if (match is PlaceMatch.None && KeyboardLayout.AsRussian(text) is { } retyped
            && Decide(finder.Read(retyped), withinRegion, inKazakh) is PlaceMatch.Taken taken)
            return taken;
        return match;
    }

    /// <summary>How the text was read, for people who work on the words: each name and place abroad, what it may be and what speaks for or against it.</summary>
    public IEnumerable<string> Explain(string text)
    {
        var reading = finder.Read(text);
        if (reading.Mentions.Count == 0 && KeyboardLayout.AsRussian(text) is { } retyped)
            reading = finder.Read(retyped);
        yield return reading.IsOnlyPlace ? "The text says nothing else." : "The text says other things too.";
        var scored = scores.Of(reading);
        foreach (var mention in reading.Mentions)
        {
            yield return $"\"{mention.Typed}\": {string.Join(", ", Marks(mention))}";
            foreach (var place in scored.Where(place => place.Direct == mention))
            {
                var name = directory.Describe(new PlaceCandidate(place.Unit, place.Settlement?.NameRu), "ru");
                var cost = mention.Names.Where(hit => hit.Name == place.Name).Min(hit => hit.Cost);
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {name}: {place.Score:0.00}, apart {cost:0.00}{(CanStand(place, reading) ? "" : ", hardly meant")}{(IsSure(place, reading) ? ", sure" : "")}");
            }
        }

        foreach (var abroad in reading.Abroad)
            yield return $"\"{abroad.Typed}\": {(abroad.IsCountry ? "a country" : "a place")} abroad, {Word(abroad.Presence)}";
    }

    private static IEnumerable<string> Marks(PlaceMention mention)
    {
        yield return Word(mention.Presence);
        if (mention.HasCue)
            yield return mention.CueFits ? $"said to be a {mention.Cue.ToString().ToLowerInvariant()}" : "said to be of another kind";
        if (mention.SaysWhere)
            yield return "\"in\" or \"from\"";
        if (mention.IsDoubtful)
            yield return "perhaps only near it, or a street, a school or a person of the name";
        if (mention.IsModified)
            yield return "perhaps a new or an old one";
        if (mention.IsEveryday)
            yield return "an everyday word or a first name";
        if (mention.IsForeignToo)
            yield return "also abroad";
    }

    private static string Word(Presence presence) => presence switch
    {
        Presence.Open => "nothing said about who is there",
        Presence.Lives => "the writer is or lives there",
        Presence.Here => "the writer is spoken of",
        Presence.Before => "the writer was there",
        Presence.Passing => "somebody else is there, or a journey leads there",
    };

    private PlaceMatch Decide(PlaceReading reading, string? withinRegion, bool inKazakh)
    {
        PlaceCandidate Candidate(ScoredPlace place) =>
            new(place.Unit, inKazakh ? place.Settlement?.NameKk ?? place.Settlement?.NameRu : place.Settlement?.NameRu);

        var scored = scores.Of(reading);
        // A word that only looked like a name is a word that says something else.
        var hasOtherWords = reading.Mentions.Any(mention => scored.TrueForAll(place => place.Direct != mention || !CanStand(place, reading))
            && scored.Exists(place => place.Direct == mention));
        if (hasOtherWords)
            reading = reading with { IsOnlyPlace = false };
        var found = scored
            .Where(place => withinRegion is null || directory.RegionOf(place.Unit.Code).Code == withinRegion)
            .Where(place => !IsStreetBeside(place, scored) && CanStand(place, reading) && (place.HasSupport || !place.Direct.IsForeignToo))
            .ToList();
        if (found.Count == 0 || IsAbroad(reading, found))
            return new PlaceMatch.None();

        // A region or city that only says where the better match lies is no rival to it.
        var best = found[0];
        var lower = found.FirstOrDefault(place => place.Unit.Level > PlaceLevel.Region);
        if (best.Unit.Kind == PlaceKind.Region && lower is not null && lower.Direct != best.Direct && Contains(best.Unit, lower.Unit))
            best = lower;
        var rivals = found.Where(place => place != best && !Contains(place.Unit, best.Unit)).ToList();
        var leads = rivals.Count == 0 || best.Score - rivals[0].Score >= ClearLead;
        if (leads && IsSure(best, reading))
            return new PlaceMatch.Taken(Candidate(best));

        var choices = rivals.Prepend(best).Where(place => place.Score >= best.Score - WorthAsking).Take(MaxChoices).Select(Candidate).ToList();
        // One uncertain place is asked together with its region, which leads on to the list of its districts; a region with its districts.
        if (choices.Count == 1)
        {
            IEnumerable<Place> around = best.Unit.Level > PlaceLevel.Region ? [directory.RegionOf(best.Unit.Code)] : directory.UnitsOf(best.Unit.Code);
            choices.AddRange(around.Take(MaxChoices - 1).Select(unit => new PlaceCandidate(unit, Settlement: null)));
        }

        return choices.Count > 1 ? new PlaceMatch.Asked(choices) { IsNamed = leads && IsNamed(best, reading) } : new PlaceMatch.None();
    }

    /// <summary>
    /// A place abroad is named, and the text says of no place in this country more surely that the child is there. A country outweighs a
    /// bare name, since places here are called like places abroad.
    /// </summary>
    private static bool IsAbroad(PlaceReading reading, List<ScoredPlace> found)
    {
        var abroad = reading.Abroad.Select(place => Nearness(place.Presence)).DefaultIfEmpty().Max();
        if (abroad == 0)
            return false;
        var here = found.Max(place => Nearness(place.Direct.Presence));
        if (here != abroad)
            return here < abroad;
        return reading.Abroad.Any(place => place.IsCountry && Nearness(place.Presence) == abroad)
            || !found.Exists(place => place.Direct is { IsWellKnown: true, IsWeak: false, IsMisspelt: false });
    }

    /// <summary>"Алматы Абая Байзакова": beside a city a name "of somebody" is a street.</summary>
    private static bool IsStreetBeside(ScoredPlace place, List<ScoredPlace> scored) =>
        place.Direct.IsOfSomebody && scored.Exists(other => other.Direct != place.Direct && other.Direct.Cost == 0
            && other.Name.Prominence >= 5 && other.Settlement is null && !other.Name.NeedsCue);

    private static int Nearness(Presence presence) => presence switch
    {
        Presence.Lives => 3,
        Presence.Here => 2,
        Presence.Open => 1,
        Presence.Before or Presence.Passing => 0,
    };

    private bool Contains(Place outer, Place inner) =>
        outer != inner && (inner.ParentCode == outer.Code || (outer.Level == PlaceLevel.Region && directory.RegionOf(inner.Code) == outer));

    private static bool CanStand(ScoredPlace place, PlaceReading reading) => place.HasSupport || CanBeMeant(place, reading);

    /// <summary>Whether the word is likely a place at all, in view of what else the text says.</summary>
    private static bool CanBeMeant(ScoredPlace place, PlaceReading reading)
    {
        var mention = place.Direct;
        if (mention.HasCue && mention.CueFits)
            return true;
        if (reading.IsAddress && mention.Cost == 0 && place.Unit.Kind == PlaceKind.City && place.Settlement is null)
            return true;
        if (!reading.IsOnlyPlace && ((mention.IsEveryday && !mention.IsWellKnown) || (mention.IsOfPerson && mention.IsWeak)))
            return false;

        // "Самарская каша": what is like a place is none.
        if (!reading.IsOnlyPlace && mention is { IsAdjective: true, IsWeak: true, SaysWhere: false })
            return false;
        var isGuess = !place.Name.IsWellKnown && mention.Cost >= WordForms.GuessedEnding;
        if (reading.IsOnlyPlace)
            return mention.IsMisspelt ? mention.IsWellKnown || (mention.Cost <= 0.75 && reading.Mentions.Count == 1) : !isGuess || mention.Length >= 5;
        if (mention.IsMisspelt)
            return place.Name.Prominence >= 4 && !place.Name.IsWeak && mention.Length >= 6 && mention.Cost <= (mention.SaysWhere ? 1 : 0.5);
        return mention.SaysWhere ? !isGuess && (place.Name.IsWellKnown || mention.Length >= 4) : mention.IsWellKnown && !mention.IsWeak;
    }

    /// <summary>The place is named for sure, and the text says that the writer is there.</summary>
    private static bool IsSure(ScoredPlace place, PlaceReading reading)
    {
        var mention = place.Direct;
        if (mention.Presence is Presence.Passing or Presence.Before)
            return false;

        // Among words that tell nothing of the writer the place may be anybody's.
        if (!reading.IsOnlyPlace && mention is { Presence: Presence.Open, SaysMore: true } && !place.HasSupport)
            return false;
        return IsNamed(place, reading);
    }

    private static bool IsNamed(ScoredPlace place, PlaceReading reading)
    {
        var mention = place.Direct;
        var sharedBy = mention.Names.Select(hit => hit.Name.Unit).Distinct().Count();
        if (mention.IsDoubtful || mention.IsModified || !mention.CueFits)
            return false;
        // "Жақсы" alone may be a place or a word.
        if (mention is { IsEveryday: true, HasCue: false } && !place.HasSupport && (place.Name.IsWeak || !place.Name.IsWellKnown) && mention.Presence == Presence.Open)
            return false;
        if (place.Unit.Kind == PlaceKind.Region)
            return mention.Cue == PlaceCue.Region || mention.Names.All(hit => hit.Name.Unit == place.Unit);
        if (sharedBy > CommonName && place.Name.Prominence < 5 && !place.HasSupport)
            return false;
        var said = mention.HasCue || place.HasSupport;
        if (place.Name.IsWeak && !said && sharedBy > 1 && (place.Name.Prominence < 5 || (mention.Cost > 0 && !mention.SaysWhere)))
            return false;
        if (mention.IsMisspelt)
            return place.Name.IsWellKnown && mention.Length >= 5 && (reading.IsOnlyPlace || said || (mention.SaysWhere && mention.Cost <= 0.75));
        if (reading.IsOnlyPlace || said)
            return mention.HasCue || place.Name.IsWellKnown || (mention.Length > 3 && mention.Cost < WordForms.GuessedEnding);
        // Among other words a guessed case ending may be no case of this name: "есікті" is "the door".
        return mention.IsWellKnown && !mention.IsWeak && (mention.SaysWhere || mention.Cost < WordForms.GuessedEnding);
    }
}
