namespace Senim.Triage.Benchmark.Statistics;

/// <summary>Where a share lies with 95 % confidence: the score interval without continuity correction (E. B. Wilson, 1927).</summary>
internal readonly record struct WilsonInterval(double Low, double High)
{
    /// <summary>The standard normal quantile of 97.5 %.</summary>
    private const double Z = 1.959963984540054;

    /// <param name="hits">0 to <paramref name="total"/>.</param>
    /// <param name="total">Of nothing, everything from 0 to 1 is possible.</param>
    public static WilsonInterval Of(int hits, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, total);
        if (total == 0)
            return new(0, 1);
        var share = (double)hits / total;
        var spread = Z * Z / total;
        var middle = share + spread / 2;
        var half = Math.Sqrt(spread * (share * (1 - share) + spread / 4));
        return new(Math.Max(0, (middle - half) / (1 + spread)), Math.Min(1, (middle + half) / (1 + spread)));
    }
}
