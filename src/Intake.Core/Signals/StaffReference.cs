using System.Security.Cryptography;

namespace Senim.Intake.Signals;

/// <summary>
/// The short name by which staff speak of a signal, for example <c>K7M4-2QXD</c>. Random, never derived from an id or a time;
/// letters and digits that are not mistaken for one another on paper or by telephone (Crockford base 32).
/// </summary>
public static class StaffReference
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() =>
        string.Create(9, 0, static (text, _) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = i == 4 ? '-' : Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
        });
}
