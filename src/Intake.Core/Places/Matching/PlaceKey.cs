using System.Text;

namespace Senim.Intake.Places.Matching;

/// <summary>
/// The sound of a word in one small alphabet, so that "Қостанай", "Костанай", "Qostanai" and "kostanay" are the same key:
/// lower-case Latin letters, with C for ч, S for ш and щ, j for ж. Soft and hard signs, doubled letters and the difference between
/// ы, і, и and й are dropped; these are what hasty writers and three alphabets disagree on.
/// </summary>
internal static class PlaceKey
{
    /// <summary>The key of one word; characters that are neither letters nor digits are skipped.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        var cyrillic = HasCyrillic(word);
        var sounds = new StringBuilder(word.Length + 4);
        for (var i = 0; i < word.Length; i++)
        {
            var letter = char.ToLowerInvariant(word[i]);
            if (cyrillic)
                sounds.Append(OfCyrillic(letter));
            else
                i += AppendLatin(word, i, letter, sounds);
        }

        return Settle(sounds);
    }

    /// <summary>The key of words written as one: "сары агаш" is "сарыагаш".</summary>
    public static string Join(IEnumerable<string> keys)
    {
        var joined = new StringBuilder();
        foreach (var key in keys)
        {
            if (key.Length == 0)
                continue;

            // What the letters of one word do to each other they do across the gap too.
            if (joined.Length > 1 && joined[^1] == 'i' && !IsVowel(joined[^2]) && key[0] is 'u' or 'a')
                joined.Length--;
            if (joined.Length > 0 && joined[^1] == key[0] && !char.IsAsciiDigit(key[0]))
                joined.Length--;
            joined.Append(key);
        }

        return joined.Replace("dj", "j").Replace("ts", "c").ToString();
    }

    private static bool HasCyrillic(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('\u0400', '\u052F') >= 0;

    // Latin letters in a word that has Cyrillic ones are their look-alikes: "Аcтана" with a Latin c.
    private static string OfCyrillic(char letter) => letter switch
    {
        'а' or 'ә' or 'a' => "a",
        'б' or 'b' => "b",
        'в' => "v",
        'г' or 'ғ' => "g",
        'д' => "d",
        'е' or 'ё' or 'э' or 'e' => "e",
        'ж' => "j",
        'з' => "z",
        'и' or 'й' or 'ы' or 'і' or 'i' => "i",
        'к' or 'қ' or 'k' => "k",
        'л' => "l",
        'м' or 'm' => "m",
        'н' or 'ң' => "n",
        'о' or 'ө' or 'o' => "o",
        'п' => "p",
        'р' or 'p' => "r",
        'с' or 'c' => "s",
        'т' or 't' => "t",
        'у' or 'ұ' or 'ү' or 'y' => "u",
        'ф' => "f",
        'х' or 'һ' or 'x' or 'h' => "h",
        'ц' => "c",
        'ч' => "C",
        'ш' or 'щ' => "S",
        'ю' => "iu",
        'я' => "ia",
        >= '0' and <= '9' => letter.ToString(),
        _ => "",
    };

    /// <summary>Appends the sound at <paramref name="at"/> and tells how many more letters it took.</summary>
    private static int AppendLatin(ReadOnlySpan<char> word, int at, char letter, StringBuilder sounds)
    {
        if (StartsWith(word, at, "shch"))
            return Append(sounds, "S", 3);
        if (StartsWith(word, at, "sch"))
            return Append(sounds, "S", 2);
        if (at + 1 < word.Length)
        {
            var pair = (letter, char.ToLowerInvariant(word[at + 1])) switch
            {
                ('s', 'h') => "S",
                ('c', 'h') => "C",
                ('z', 'h') => "j",
                ('k', 'h') => "h",
                ('g', 'h') => "g",
                ('t', 's') => "c",
                ('c', 'k') => "k",
                _ => null,
            };
            if (pair is not null)
                return Append(sounds, pair, 1);
        }

        sounds.Append(letter switch
        {
            'ä' or 'á' or 'ă' or 'ə' => "a",
            'ğ' or 'ǵ' or 'ģ' => "g",
            'ı' or 'y' or 'í' or 'ï' or 'î' => "i",
            'ñ' or 'ń' or 'ŋ' => "n",
            'ö' or 'ó' => "o",
            'ş' or 'ś' or 'š' => "S",
            'ç' or 'č' => "C",
            // The alphabet of 2018 has ý for у: "aýdany".
            'ü' or 'ū' or 'ú' or 'ý' => "u",
            'ž' => "j",
            'é' => "e",
            'q' or 'c' => "k",
            'x' => "h",
            // Between vowels and at the end w is у ("Aqtaw"), elsewhere the ш it looks like ("wymkent").
            'w' => at > 0 && IsVowel(char.ToLowerInvariant(word[at - 1])) ? "u" : "S",
            // Digits inside a Latin word are the letters they resemble: "4imkent", "6ymkent".
            '4' when HasLetter(word) => "C",
            '6' when HasLetter(word) => "S",
            (>= 'a' and <= 'z') or (>= '0' and <= '9') => letter.ToString(),
            _ => "",
        });
        return 0;
    }

    private static int Append(StringBuilder sounds, string sound, int more)
    {
        sounds.Append(sound);
        return more;
    }

    private static bool StartsWith(ReadOnlySpan<char> word, int at, string letters) =>
        word[at..].StartsWith(letters, StringComparison.OrdinalIgnoreCase);

    private static bool HasLetter(ReadOnlySpan<char> word) => word.IndexOfAnyInRange('a', 'z') >= 0 || word.IndexOfAnyInRange('A', 'Z') >= 0;

    public static bool IsVowel(char sound) => sound is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static string Settle(StringBuilder sounds)
    {
        sounds.Replace("dj", "j").Replace("ts", "c");
        var key = new StringBuilder(sounds.Length);
        for (var i = 0; i < sounds.Length; i++)
        {
            var sound = sounds[i];
            if (key.Length > 0 && key[^1] == sound && !char.IsAsciiDigit(sound))
                continue;

            // A soft consonant is written with ю, у, ü or yu ("Түлкібас", "Тюлькубас", "Tulkibas"): only the vowel is kept. In "Миялы" there
            // are и and я.
            if (sound == 'i' && key.Length > 0 && !IsVowel(key[^1]) && i + 1 < sounds.Length && sounds[i + 1] is 'u' or 'a')
                continue;

            // "Yesil" is Есиль.
            if (sound == 'i' && key.Length == 0 && i + 1 < sounds.Length && sounds[i + 1] == 'e')
                continue;
            key.Append(sound);
        }

        return key.ToString();
    }
}
