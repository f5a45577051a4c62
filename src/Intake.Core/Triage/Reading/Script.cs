namespace Senim.Intake.Triage.Reading;

/// <summary>Which letters a word is typed with.</summary>
internal enum Script
{
    /// <summary>Cyrillic, perhaps with digits or Latin letters that look like it.</summary>
    Cyrillic,
    Latin,

    /// <summary>Digits only, or a symbol.</summary>
    Other,
}

internal static class Scripts
{
    public static Script Of(string word)
    {
        var latin = false;
        foreach (var c in word)
        {
            if (Letters.IsCyrillic(c))
                return Script.Cyrillic;
            latin |= Letters.IsLatin(c);
        }

        return latin ? Script.Latin : Script.Other;
    }
}
