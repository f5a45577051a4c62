namespace Senim.FakeTwilio.World;

/// <summary>In how many parts a text travels. Source: 3GPP TS 23.038; 160 and 153 septets, 70 and 67 UTF-16 units.</summary>
internal static class SmsParts
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "\f^{}\\[~]|€";

    public static int Count(string text)
    {
        var septets = 0;
        foreach (var letter in text)
        {
            if (Basic.Contains(letter, StringComparison.Ordinal))
                septets++;
            else if (Extended.Contains(letter, StringComparison.Ordinal))
                septets += 2;
            else
                return Split(text.Length, 70, 67);
        }

        return Split(septets, 160, 153);
    }

    private static int Split(int length, int alone, int joined) => length <= alone ? 1 : (length + joined - 1) / joined;
}
