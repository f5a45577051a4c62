using System.Globalization;

namespace Senim.Places.Benchmark.Reports;

/// <summary>How many of how many, with the 95 % interval of Wilson (1927), which also holds for small counts and near 0 and 1.</summary>
internal readonly record struct Share(int Hits, int Of)
{
    /// <summary>The quantile of the normal distribution that leaves 2.5 % on each side.</summary>
    private const double Z = 1.959963985;

    public double Value => Of == 0 ? 0 : (double)Hits / Of;

    public (double Low, double High) Interval
    {
        get
        {
            if (Of == 0)
                return (0, 1);
            var centre = Value + Z * Z / (2 * Of);
            var width = Z * Math.Sqrt(Value * (1 - Value) / Of + Z * Z / (4.0 * Of * Of));
            var scale = 1 + Z * Z / Of;
            return (Math.Max(0, (centre - width) / scale), Math.Min(1, (centre + width) / scale));
        }
    }

    public override string ToString()
    {
        var (low, high) = Interval;
        return string.Create(CultureInfo.InvariantCulture, $"{Value:0.000} ({low:0.000}-{high:0.000})");
    }
}
