using System.Text;

namespace Senim.Intake.Places.Matching;

/// <summary>One word of the text. <paramref name="Ends"/>: a comma, full stop or line end follows, so no name runs on past it.</summary>
internal readonly record struct PlaceWord(string Typed, string Key, WordRole Role, PlaceCue Cue, bool Ends, bool IsNumber);

/// <summary>Splits a typed text into words; bounded whatever is sent.</summary>
internal static class PlaceText
{
    public const int MaxLetters = 1000;
    private const int MaxWordLetters = 40;

    private static readonly string District = PlaceKey.Of("район");
    private static readonly string[] Small = [.. new[] { "шағын", "мөлтек", "ықшам" }.Select(word => PlaceKey.Of(word))];
    private static readonly string Region = PlaceKey.Of("область");

    // Marks that carry no letter of their own are skipped, but a text made of them alone must still end.
    private const int MaxScanned = 20_000;

    public static List<PlaceWord> Split(string text, PlaceWords words)
    {
        var found = new List<PlaceWord>();
        var word = new StringBuilder();
        var letters = 0;
        var scanned = Math.Min(text.Length, MaxScanned);
        for (var i = 0; i < scanned && letters < MaxLetters; i++)
        {
            var character = text[i];
            if (IsInvisible(character))
                continue;
            letters++;
            if (char.IsLetterOrDigit(character))
            {
                if (word.Length <= MaxWordLetters)
                    word.Append(character);
                continue;
            }

            if (TakeAbbreviatedDistrict(text, ref i, word))
                character = ' ';
            Close(word, character, words, found);
        }

        Close(word, '\n', words, found);
        return found;
    }

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character) is
        System.Globalization.UnicodeCategory.NonSpacingMark or
        System.Globalization.UnicodeCategory.EnclosingMark or
        System.Globalization.UnicodeCategory.Format;

    /// <summary>"р-н", "р/н", "р-не", "r-n": the only abbreviation with a stroke inside that matters here.</summary>
    private static bool TakeAbbreviatedDistrict(string text, ref int at, StringBuilder word)
    {
        if (word.Length != 1 || char.ToLowerInvariant(word[0]) is not ('р' or 'r') || text[at] is not ('-' or '/' or '.') || at + 1 >= text.Length)
            return false;
        if (char.ToLowerInvariant(text[at + 1]) is not ('н' or 'n'))
            return false;
        var end = at + 2;
        while (end < text.Length && end < at + 5 && char.IsLetter(text[end]))
            end++;
        if (end < text.Length && char.IsLetter(text[end]))
            return false;
        word.Clear().Append("район");
        at = end - 1;
        return true;
    }

    private static void Close(StringBuilder word, char after, PlaceWords words, List<PlaceWord> found)
    {
        var ends = after is ',' or '.' or ';' or ':' or '!' or '?' or '\n' or '(' or ')' or '/';
        if (word.Length == 0)
        {
            if (ends && found.Count > 0)
                found[^1] = found[^1] with { Ends = true };
            return;
        }

        if (word.Length <= MaxWordLetters)
        {
            var typed = word.ToString();
            var key = PlaceKey.Of(typed);
            var (role, cue) = Role(typed, key, after, words);
            if (role == WordRole.Unknown && found.Count > 0 && !found[^1].Ends && MisspeltKind(found[^1].Key, key) is { } kind)
                (role, cue) = (WordRole.Cue, kind);
            if (cue == PlaceCue.District && found.Count > 0 && Array.IndexOf(Small, found[^1].Key) >= 0)
            {
                // "Шағын аудан" in two words is a neighbourhood, whose name may be that of a place elsewhere.
                found[^1] = found[^1] with { Role = WordRole.StreetAfter };
                (role, cue) = (WordRole.Filler, PlaceCue.None);
            }

            if (key.Length > 0)
                found.Add(new PlaceWord(typed, key, role, cue, ends && role is not (WordRole.Cue or WordRole.Street or WordRole.Named), char.IsAsciiDigit(key[0])));
        }

        word.Clear();
    }

    /// <summary>"Алгинский раен": what follows such an adjective and sounds like it is the word for the kind.</summary>
    private static PlaceCue? MisspeltKind(string before, string key)
    {
        if (key.Length is < 3 or > 7 || WordForms.Of(before).First().Cue is not (PlaceCue.District or PlaceCue.Region))
            return null;
        return SpellingDistance.Between(key, District, 1.25) <= 1.25 ? PlaceCue.District
            : SpellingDistance.Between(key, Region, 1.25) <= 1.25 ? PlaceCue.Region
            : null;
    }

    private static (WordRole, PlaceCue) Role(string typed, string key, char after, PlaceWords words) => (typed.ToLowerInvariant(), after) switch
    {
        // One letter with a full stop is an abbreviation; without it "с", "п" and "к" are prepositions or nothing.
        ("с" or "п" or "а" or "s", '.') => (WordRole.Cue, PlaceCue.Village),
        ("қ" or "к", '.') => (WordRole.CueAfter, PlaceCue.City),
        _ when char.IsAsciiDigit(key.Length > 0 ? key[0] : 'x') => (WordRole.Filler, PlaceCue.None),
        _ => words.Of(key),
    };
}
