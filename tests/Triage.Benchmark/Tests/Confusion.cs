using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark.Tests;

public sealed class Confusion
{
    private readonly ConfusionTable table = Tables.Of(
        [50, 8, 3, 1],
        [6, 20, 4, 2],
        [2, 5, 35, 5],
        [1, 0, 6, 40]);

    [Fact]
    public void Recall_is_of_the_lines_of_a_level()
    {
        Assert.Equal(new Share(50, 62), table.Recall(Level.Emergency));
        Assert.Equal(new Share(20, 32), table.Recall(Level.Urgent));
    }

    [Fact]
    public void Precision_is_of_the_lines_said_to_be_of_a_level()
    {
        Assert.Equal(new Share(50, 59), table.Precision(Level.Emergency));
        Assert.Equal(new Share(40, 48), table.Precision(Level.Information));
    }

    [Fact]
    public void Bars_count_the_errors_that_matter() =>
        Assert.Equal(
            [
                new("Emergencies missed", 12, 2, 62),
                new("Emergencies below Urgent", 4, 0, 62),
                new("Information raised to Emergency", 1, 1, 47),
                new("Standard raised to Emergency", 2, 4, 47),
            ],
            Bar.Over(table));

    [Theory]
    [InlineData(59, 44, 1, 0, 3)]
    [InlineData(60, 45, 2, 1, 4)]
    [InlineData(120, 90, 4, 2, 8)]
    public void Bars_scale_down_to_whole_lines(int emergencies, int others, int missed, int information, int standard) =>
        Assert.Equal(
            [missed, 0, information, standard],
            Bar.Over(Tables.Of([emergencies, 0, 0, 0], [0, 0, 0, 0], [0, 0, others, 0], [0, 0, 0, others])).Select(bar => bar.Allowed));

    [Fact]
    public void A_bar_is_met_up_to_what_is_allowed()
    {
        Assert.True(new Bar("x", 2, 2, 60).Met);
        Assert.False(new Bar("x", 3, 2, 60).Met);
    }

    [Fact]
    public void Shares_compare_by_their_ratio()
    {
        Assert.True(new Share(1, 3).IsBelow(new(2, 5)));
        Assert.False(new Share(2, 4).IsBelow(new(1, 2)));
        Assert.False(new Share(0, 0).IsBelow(new(1, 2)));
    }
}
