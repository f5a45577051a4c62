using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark.Tests;

/// <summary>Values from R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.</summary>
public sealed class WilsonIntervals
{
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Are_those_that_were_published(int hits, int total, double low, double high)
    {
        var interval = WilsonInterval.Of(hits, total);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Of_all_mirror_those_of_none()
    {
        Assert.Equal(1 - WilsonInterval.Of(0, 20).High, WilsonInterval.Of(20, 20).Low, 12);
        Assert.Equal(1, WilsonInterval.Of(20, 20).High, 12);
    }

    [Fact]
    public void Of_nothing_exclude_nothing() => Assert.Equal(new WilsonInterval(0, 1), WilsonInterval.Of(0, 0));

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void Refuse_what_is_no_share(int hits, int total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(hits, total));
}
