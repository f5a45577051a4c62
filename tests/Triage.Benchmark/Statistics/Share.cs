namespace Senim.Triage.Benchmark.Statistics;

/// <summary>So many of so many. Kept as counts, so that two of them compare exactly.</summary>
internal readonly record struct Share(int Hits, int Total)
{
    public WilsonInterval Interval => WilsonInterval.Of(Hits, Total);

    /// <summary>A share of nothing is below no other.</summary>
    public bool IsBelow(Share other) => (long)Hits * other.Total < (long)other.Hits * Total;
}
