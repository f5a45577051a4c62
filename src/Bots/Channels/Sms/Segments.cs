using System.Buffers;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// How many parts a text goes out in. GSM 03.38 letters: 160 in one part, 153 in each of several; anything else makes all of it UCS-2: 70 and 67
/// (Twilio, "What the Heck is a Segment?").
/// </summary>
internal static class Segments
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€");

    /// <summary>Take two places each.</summary>
    private static readonly SearchValues<char> Extended = SearchValues.Create("^{}\\[~]|€\f");

    public static int Count(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain))
            return Parts(text.Length, 70, 67);
        var units = text.Length;
        foreach (var letter in text)
        {
            if (Extended.Contains(letter))
                units++;
        }

        return Parts(units, 160, 153);
    }

    private static int Parts(int units, int alone, int each) => units <= alone ? 1 : (units + each - 1) / each;
}
