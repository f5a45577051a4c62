namespace Senim.Intake;

/// <summary>The three languages of the service. Kazakh first, as the state language.</summary>
public enum Language
{
    Kk = 0,
    Ru = 1,
    En = 2,
}

/// <summary>Two-letter codes (ISO 639-1) of <see cref="Language"/>.</summary>
public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = [Language.Kk, Language.Ru, Language.En];

    public static string Code(this Language language) => language switch
    {
        Language.Kk => "kk",
        Language.Ru => "ru",
        Language.En => "en",
    };

    public static bool TryParse(string? code, out Language language)
    {
        foreach (var known in All)
        {
            if (code is not null && code.StartsWith(known.Code(), StringComparison.OrdinalIgnoreCase))
            {
                language = known;
                return true;
            }
        }

        language = Language.Kk;
        return false;
    }
}
