using Senim.Places.Benchmark.Reports;

namespace Senim.Places.Benchmark.Tests;

public sealed class Shares
{
    [Theory]
    [InlineData(45, 50, 0.7864, 0.9565)]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(0, 0, 0, 1)]
    public void The_interval_is_Wilsons(int hits, int of, double low, double high)
    {
        var interval = new Share(hits, of).Interval;
        Assert.Equal(low, interval.Low, 0.0001);
        Assert.Equal(high, interval.High, 0.0001);
    }

    [Fact]
    public void A_share_is_printed_with_its_interval() => Assert.Equal("0.900 (0.786-0.957)", new Share(45, 50).ToString());
}
