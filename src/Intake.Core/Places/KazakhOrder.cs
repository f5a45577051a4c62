namespace Senim.Intake.Places;

/// <summary>The order of the Kazakh Cyrillic alphabet, which code points do not follow (Қ comes after К, not after Я).</summary>
internal sealed class KazakhOrder : IComparer<string>
{
    public static readonly KazakhOrder Instance = new();

    private const string Alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return string.CompareOrdinal(x, y);
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            var difference = Rank(x[i]).CompareTo(Rank(y[i]));
            if (difference != 0)
                return difference;
        }

        return x.Length.CompareTo(y.Length);
    }

    private static int Rank(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        var place = Alphabet.IndexOf(lower, StringComparison.Ordinal);
        return place < 0 ? lower - char.MaxValue : place;
    }
}
