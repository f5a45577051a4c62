using System.Runtime.Intrinsics;

namespace Senim.Intake.Places.Matching;

/// <summary>
/// How far apart two keys sound: edits of one letter and swaps of neighbours, where a vowel for a vowel or a voiced for a voiceless
/// consonant costs half, since that is what people who write by ear mix up.
/// </summary>
internal static class SpellingDistance
{
    /// <summary>What one letter too many or too few costs at least.</summary>
    public const double CheapestGap = 0.75;

    private const double Near = 0.5;
    private const double FirstLetter = 0.25;
    private const int MaxLength = 64;

    // Sounds that a hasty writer of one of the three languages takes for each other. A class of letters holds all that a chain of
    // such pairs joins.
    private static readonly string[] Alike =
        ["ae", "ai", "ao", "au", "ei", "eo", "eu", "io", "iu", "ou", "uv", "vf", "bp", "gk", "gh", "kh", "dt", "zs", "zj", "cs", "CS", "Ss", "jS"];

    private static readonly string[] Classes = ["aeiouvf", "bp", "gkh", "dt", "zsjcCS"];

    private const int Row = MaxLength + 2;

    private static readonly double[] Swaps = SwapCosts();

    /// <summary>What a letter too many or too few costs.</summary>
    private static readonly double[] Gaps = [.. Enumerable.Range(0, 128).Select(letter => PlaceKey.IsVowel((char)letter) ? CheapestGap : 1)];

    /// <summary>Three rows of the table; kept by the thread, since thousands of names are compared for one word.</summary>
    [ThreadStatic]
    private static double[]? _rows;

    /// <summary>The class of each letter.</summary>
    private static readonly int[] ClassOf = Numbers();

    /// <summary>The largest distance at which two keys can still be one name; short words have no room for mistakes.</summary>
    public static double Limit(int length) => length switch
    {
        <= 3 => 0,
        4 => 0.5,
        5 => 1,
        <= 7 => 1.25,
        <= 9 => 1.75,
        _ => 2.25,
    };

    /// <summary>The distance, or infinity when it is more than <paramref name="limit"/>.</summary>
    public static double Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> name, double limit)
    {
        if (name.Length > MaxLength || typed.Length > MaxLength)
            return double.PositiveInfinity;
        _rows ??= new double[3 * Row];
        var beforeLast = _rows.AsSpan(0, Row);
        var last = _rows.AsSpan(Row, Row);
        var row = _rows.AsSpan(2 * Row, Row);

        // Farther from the diagonal the missing letters alone cost more than the limit.
        var band = (int)(limit / CheapestGap);
        if (Math.Abs(typed.Length - name.Length) > band)
            return double.PositiveInfinity;
        last[0] = 0;
        for (var j = 1; j <= name.Length; j++)
            last[j] = last[j - 1] + Gaps[name[j - 1] & 127];
        for (var i = 1; i <= typed.Length; i++)
        {
            var letter = typed[i - 1];
            var gap = Gaps[letter & 127];
            var from = Math.Max(1, i - band);
            var to = Math.Min(name.Length, i + band);
            row[from - 1] = from == 1 ? last[0] + gap : double.PositiveInfinity;
            var best = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                var other = name[j - 1];
                var cost = Math.Min(last[j] + gap, row[j - 1] + Gaps[other & 127]);
                cost = Math.Min(cost, last[j - 1] + Swap(letter, other));
                if (i > 1 && j > 1 && letter == name[j - 2] && typed[i - 2] == other)
                    cost = Math.Min(cost, beforeLast[j - 2] + 1);
                row[j] = cost;
                best = Math.Min(best, cost);
            }

            if (to < name.Length)
                row[to + 1] = double.PositiveInfinity;
            if (best > limit)
                return double.PositiveInfinity;
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }

        var distance = last[name.Length] + (typed[0] == name[0] ? 0 : FirstLetter);
        return distance <= limit ? distance : double.PositiveInfinity;
    }

    private static double Swap(char typed, char meant) => Swaps[((typed & 127) << 7) | (meant & 127)];

    /// <summary>How many letters of each class a key has.</summary>
    public static Vector128<byte> Letters(string key)
    {
        Span<byte> counts = stackalloc byte[Vector128<byte>.Count];
        counts.Clear();
        foreach (var letter in key)
            counts[ClassOf[letter & 127]]++;
        return Vector128.Create<byte>(counts);
    }

    /// <summary>
    /// What two keys are apart at least: a letter more or less of a class costs <see cref="CheapestGap"/> or more, and one letter for
    /// another of a different class, which changes two of the counts, costs a whole point.
    /// </summary>
    public static double AtLeast(Vector128<byte> letters, Vector128<byte> others) =>
        Vector128.Sum(Vector128.Max(letters, others) - Vector128.Min(letters, others)) * 0.5;

    private static double[] SwapCosts()
    {
        var costs = new double[128 * 128];
        Array.Fill(costs, 1);
        for (var letter = 0; letter < 128; letter++)
            costs[(letter << 7) | letter] = 0;
        foreach (var pair in Alike)
        {
            costs[(pair[0] << 7) | pair[1]] = Near;
            costs[(pair[1] << 7) | pair[0]] = Near;
        }

        return costs;
    }

    private static int[] Numbers()
    {
        var numbers = new int[128];
        for (var letter = 0; letter < numbers.Length; letter++)
        {
            var of = Array.FindIndex(Classes, members => members.Contains((char)letter));
            numbers[letter] = of >= 0 ? of : Classes.Length + (letter % (Vector128<byte>.Count - Classes.Length));
        }

        return numbers;
    }
}
