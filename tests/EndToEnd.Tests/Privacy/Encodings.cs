using System.Buffers.Binary;
using System.Text;

namespace Senim.EndToEnd.Tests.Privacy;

/// <summary>The forms in which a word may lie in a file without being seen by a plain look.</summary>
internal static class Encodings
{
    public static IEnumerable<(string Name, byte[] Bytes)> Of(string marker)
    {
        foreach (var spelling in new[] { marker, marker.ToUpperInvariant(), marker.ToLowerInvariant() }.Distinct())
        {
            var utf8 = Encoding.UTF8.GetBytes(spelling);
            yield return ("UTF-8", utf8);
            yield return ("UTF-16 LE", Encoding.Unicode.GetBytes(spelling));
            yield return ("UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(spelling));
            yield return ("hex", Ascii(Convert.ToHexStringLower(utf8)));
            yield return ("HEX", Ascii(Convert.ToHexString(utf8)));
            foreach (var (name, bytes) in new[] { ("UTF-8", utf8), ("UTF-16 LE", Encoding.Unicode.GetBytes(spelling)) })
            {
                for (var alignment = 0; alignment < 3; alignment++)
                {
                    yield return ($"base64 of {name}, alignment {alignment}", Ascii(Base64(bytes, alignment)));
                    yield return ($"base64url of {name}, alignment {alignment}", Ascii(Base64(bytes, alignment).Replace('+', '-').Replace('/', '_')));
                }
            }

            if (long.TryParse(spelling, out var number))
            {
                yield return ("a binary number", Binary(number));
                yield return ("a binary number, reversed", [.. Binary(number).Reverse()]);
            }

            yield return ("URL", Ascii(Uri.EscapeDataString(spelling)));
            yield return ("url", Ascii(Uri.EscapeDataString(spelling).ToLowerInvariant()));
            yield return ("URL, every byte", Ascii(string.Concat(utf8.Select(each => $"%{each:X2}"))));
            yield return ("JSON escapes", Ascii(string.Concat(spelling.Select(letter => letter < 128 ? $"{letter}" : $"\\u{(int)letter:x4}"))));
            yield return ("JSON ESCAPES", Ascii(string.Concat(spelling.Select(letter => letter < 128 ? $"{letter}" : $"\\u{(int)letter:X4}"))));
        }
    }

    /// <summary>
    /// What is the same whatever stands before and after: within a longer text a word begins at any of three places of a group, and the
    /// letters that hold a neighbour's bits differ.
    /// </summary>
    private static string Base64(byte[] bytes, int alignment)
    {
        var text = Convert.ToBase64String([.. new byte[alignment], .. bytes]);
        var first = alignment switch { 0 => 0, 1 => 2, _ => 3 };
        var whole = (alignment + bytes.Length) * 8 / 6;
        return text[first..whole];
    }

    /// <summary>Most significant byte first, without leading zeros, as databases store numbers.</summary>
    private static byte[] Binary(long number)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return [.. bytes.SkipWhile(each => each == 0)];
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
