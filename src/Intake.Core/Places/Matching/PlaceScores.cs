namespace Senim.Intake.Places.Matching;

/// <summary>A unit that the text may mean, and how well.</summary>
/// <param name="Direct">The mention that names the unit or a settlement in it.</param>
internal sealed record ScoredPlace(Place Unit, Settlement? Settlement, double Score, PlaceMention Direct, PlaceName Name, bool HasSupport);

/// <summary>
/// Weighs the units of all mentions. A unit named directly gets most; a region, a city or a district that contains it and is named
/// too adds to it, so "Абайский район, Карагандинская область" leaves one of three.
/// </summary>
internal sealed class PlaceScores(IPlaceDirectory directory)
{
    private const double Named = 10;
    private const double KindSaid = 1;
    private const double KindContradicted = -2;
    private const double Doubtful = -5;
    private const double RegionSaid = 6;
    private const double RegionsCity = 4;
    private const double SurroundingCity = 2;
    private const double PerEdit = -4;

    // Of names that sound alike the one that is written so.
    private const double Spelt = 1;

    // The region around each republican city: people there name the city to say where they are.
    private static readonly Dictionary<string, string> Surroundings = new(StringComparer.Ordinal)
    {
        ["750000000"] = "190000000",
        ["710000000"] = "110000000",
        ["790000000"] = "610000000",
    };

    /// <summary>Best first.</summary>
    public List<ScoredPlace> Of(PlaceReading reading)
    {
        var best = new Dictionary<Place, ScoredPlace>();
        foreach (var mention in reading.Mentions)
        {
            foreach (var (name, cost) in mention.Names)
            {
                var support = reading.Mentions.Where(other => other != mention && (IsElsewhere(mention) || !IsElsewhere(other))).Sum(other => Support(other, name));
                var score = Named + name.Weight + (cost * PerEdit) + support + Around(mention) + (mention.IsSpelt(name) ? Spelt : 0);
                if (!best.TryGetValue(name.Unit, out var known) || known.Score < score)
                    best[name.Unit] = new ScoredPlace(name.Unit, name.Settlement, score, mention, name, HasSupport: support > 0);
            }
        }

        return [.. best.Values.OrderByDescending(place => place.Score).ThenBy(place => place.Unit.Code, StringComparer.Ordinal)];
    }

    private static double Around(PlaceMention mention) =>
        (mention.IsDoubtful ? Doubtful : 0) + OfPresence(mention.Presence) + (mention.CueFits ? mention.HasCue ? KindSaid : 0 : KindContradicted);

    private static double OfPresence(Presence presence) => presence switch
    {
        Presence.Lives => 6,
        Presence.Here => 4,
        Presence.Open => 0,
        Presence.Passing => -6,
        Presence.Before => -8,
    };

    private static bool IsElsewhere(PlaceMention mention) => mention.Presence is Presence.Passing or Presence.Before;

    /// <summary>What another mention adds to a unit: the most that any of its meanings does.</summary>
    private double Support(PlaceMention other, PlaceName name) =>
        other.IsDoubtful ? 0 : other.Names.Max(hit => Support(hit.Name, name.Unit, name.Settlement is not null, isPlainName: !other.SaysWhere));

    private double Support(PlaceName other, Place unit, bool throughSettlement, bool isPlainName)
    {
        // A village and its district named together are one place said twice; the same unit named twice is no surer.
        if (other.Unit == unit)
            return throughSettlement != (other.Settlement is not null) ? Named : 0;
        if (other.Settlement is not null)
            return 0;
        if (unit.ParentCode == other.Unit.Code || directory.RegionOf(unit.Code) == other.Unit)
            return RegionSaid;
        if (other.Unit.Kind == PlaceKind.City && unit.Level == PlaceLevel.District && unit.ParentCode == other.Unit.ParentCode)
            return unit.Kind == PlaceKind.District || (isPlainName && SharesItsRegionsName(other.Unit)) ? RegionsCity : 0;
        return Surroundings.GetValueOrDefault(other.Unit.Code) == directory.RegionOf(unit.Code).Code ? SurroundingCity : 0;
    }

    /// <summary>"Аксу Павлодар": the bare name of such a city also says the region.</summary>
    private bool SharesItsRegionsName(Place city) =>
        PlaceKey.Of(city.NameKk.Split(' ')[0]) == PlaceKey.Of(directory.RegionOf(city.Code).NameKk.Split(' ')[0]);
}
