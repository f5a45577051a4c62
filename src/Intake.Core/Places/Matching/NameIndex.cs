using System.Runtime.Intrinsics;

namespace Senim.Intake.Places.Matching;

/// <summary>Every way to write a place, by sound; finds exact keys and near ones.</summary>
internal sealed class NameIndex
{
    private const int LengthSpan = 3;
    private const double Slack = 0.5;

    private readonly Dictionary<string, PlaceName[]> names;

    // Keys by length: most of the search by distance ends at comparing how many letters of each class two of them have.
    private readonly Keys[] wellKnown;
    private readonly Keys[] villages;

    public NameIndex(PlaceData data, PlaceWords words, EverydayWords everyday)
    {
        var weak = PlaceData.Words("weak-names.txt").Select(name => Bare(name, words).Key).ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, Dictionary<(Place, bool), PlaceName>>(StringComparer.Ordinal);

        // What people say is short, and many words are nearly that: it counts only as it is.
        var nearable = new HashSet<string>(StringComparer.Ordinal);

        void Add(string written, Place unit, Settlement? settlement, bool isFormer = false, bool isSlang = false)
        {
            var (key, count, hasCue, bare) = settlement is null ? Bare(written, words) : (Joined(written, words, out var parts), parts, false, written);
            if (key.Length < 2)
                return;
            AddKey(key, bare, count, hasCue, unit, settlement, isFormer, isSlang);
            foreach (var sound in Spellings.OfRecord(key))
                AddKey(sound, bare, count, hasCue, unit, settlement, isFormer, isSlang: true);
            if (settlement is not null && Spellings.Shortened(key) is { } shortened)
                AddKey(shortened, bare, count, hasCue: true, unit, settlement, isFormer, isSlang: true);
        }

        void AddKey(string key, string written, int count, bool hasCue, Place unit, Settlement? settlement, bool isFormer, bool isSlang)
        {
            if (!isSlang)
                nearable.Add(key);
            if (!found.TryGetValue(key, out var targets))
                found.Add(key, targets = []);
            var name = new PlaceName(unit, settlement, count, NeedsCue: hasCue, weak.Contains(key) || (settlement is { Kind: < SettlementKind.Town } && everyday.Has(key)), isFormer, written.ToLowerInvariant());
            // A unit is kept once per key: bare if it is ever written bare. Of two villages of one unit the better known stays.
            var slot = (unit, settlement is null);
            if (!targets.TryGetValue(slot, out var known) || (known.NeedsCue && !hasCue) || known.Weight < name.Weight)
                targets[slot] = name;
        }

        foreach (var unit in data.Units.Values)
        {
            Add(unit.NameKk, unit, null);
            Add(unit.NameRu, unit, null);
            Add(unit.NameEn, unit, null);
        }

        foreach (var (unit, alias) in data.Aliases)
            Add(alias, unit, null);
        foreach (var settlement in data.Settlements)
        {
            Add(settlement.NameRu, settlement.Unit, settlement);
            if (settlement.NameKk is { } kazakh)
                Add(kazakh, settlement.Unit, settlement);
        }

        foreach (var (unit, settlement, name) in data.FormerNames)
            Add(name, unit, settlement, isFormer: true);
        foreach (var (unit, name) in data.Slang)
            Add(name, unit, null, isSlang: true);

        names = found.ToDictionary(pair => pair.Key, pair => pair.Value.Values.ToArray(), StringComparer.Ordinal);
        wellKnown = ByLength(names.Where(pair => nearable.Contains(pair.Key) && pair.Value.Any(name => name.IsWellKnown)).Select(pair => pair.Key));
        villages = ByLength(names.Where(pair => nearable.Contains(pair.Key) && !pair.Value.Any(name => name.IsWellKnown)).Select(pair => pair.Key));
    }

    /// <summary>What is written exactly so; empty when nothing is.</summary>
    public IReadOnlyList<PlaceName> Exact(string key) => names.GetValueOrDefault(key) ?? [];

    /// <summary>The keys nearest to the typed one within <see cref="SpellingDistance.Limit"/>, and those half a letter farther.</summary>
    public IEnumerable<(string Key, double Cost)> Near(string typed, bool alsoVillages)
    {
        if (SpellingDistance.Limit(typed.Length) == 0)
            return [];
        var found = new List<(string Key, double Cost)>();
        Search(wellKnown, typed, found);
        if (alsoVillages)
            Search(villages, typed, found);
        if (found.Count == 0)
            return [];
        var best = found.Min(hit => hit.Cost);
        return found.Where(hit => hit.Cost <= best + 0.5).OrderBy(hit => hit.Cost);
    }

    private static void Search(Keys[] keys, string typed, List<(string, double)> found)
    {
        var letters = SpellingDistance.Letters(typed);
        for (var length = Math.Max(3, typed.Length - LengthSpan); length <= Math.Min(keys.Length - 1, typed.Length + LengthSpan); length++)
        {
            // The longer word tells how much room there is for mistakes, but a very short one has none.
            var limit = Math.Min(SpellingDistance.Limit(Math.Max(length, typed.Length)), SpellingDistance.Limit(Math.Min(length, typed.Length)) + Slack);
            if (Math.Abs(length - typed.Length) * SpellingDistance.CheapestGap > limit)
                continue;
            var (texts, counts) = keys[length];
            for (var i = 0; i < counts.Length; i++)
            {
                if (SpellingDistance.AtLeast(letters, counts[i]) > limit)
                    continue;
                var cost = SpellingDistance.Between(typed, texts[i], limit);
                if (cost <= limit)
                    found.Add((texts[i], cost));
            }
        }
    }

    private static Keys[] ByLength(IEnumerable<string> keys)
    {
        var groups = keys.ToLookup(key => key.Length);
        var longest = groups.Max(group => group.Key);
        return [.. Enumerable.Range(0, longest + 1).Select(length => new Keys([.. groups[length]], [.. groups[length].Select(SpellingDistance.Letters)]))];
    }

    /// <summary>Keys of one length, and the letters of each.</summary>
    private sealed record Keys(string[] Texts, Vector128<byte>[] Letters);

    /// <summary>A unit's name without the words for its kind: "район имени Габита Мусрепова" is "gabitamusrepova".</summary>
    public static (string Key, int Words, bool HasCue, string Written) Bare(string written, PlaceWords words)
    {
        var all = PlaceText.Split(written, words);
        var kept = all.Where(word => word.Role is not (WordRole.Cue or WordRole.CueAfter or WordRole.Named or WordRole.StreetAfter)).ToList();
        var key = PlaceKey.Join(kept.Select(word => word.Key));
        var adjective = WordForms.Of(key).First();
        return (adjective.Key, kept.Count, HasCue: all.Count > kept.Count, string.Join(' ', kept.Select(word => word.Typed)));
    }

    /// <summary>A settlement's name without the numbers that tell farms of one name apart and without the word for its kind ("Доскей ауылы").</summary>
    private static string Joined(string written, PlaceWords words, out int count)
    {
        var parts = written.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Where(part => !char.IsAsciiDigit(part[0])).Select(part => PlaceKey.Of(part)).ToList();
        if (parts.Count > 1 && words.Of(parts[^1]).Role == WordRole.CueAfter)
            parts.RemoveAt(parts.Count - 1);
        count = parts.Count;
        return PlaceKey.Join(parts);
    }
}
