using System.Text.Json;
using Senim.Places.Benchmark.Lines;
using Senim.Places.Benchmark.Reports;

namespace Senim.Places.Benchmark.Tests;

public sealed class MeasuringPlaces
{
    private static readonly Lazy<IReadOnlyList<Measured>> Lines = new(() => Measured.All(PlacePart.Measuring));

    [Fact]
    public void The_figures_are_no_worse_than_the_ones_last_measured()
    {
        var floor = JsonSerializer.Deserialize<Figures>(Resources.Bytes("floor.json"), JsonSerializerOptions.Web)!;
        var now = Figures.Of(Lines.Value);
        Assert.Equal(floor.Lines, now.Lines);
        Assert.True(
            now.RightFirst >= floor.RightFirst && now.AmongOffered >= floor.AmongOffered && now.WrongAlone <= floor.WrongAlone,
            $"Measured {now}, below {floor}.");
    }

    [Fact]
    public void The_figures_tell_nothing_of_a_single_line()
    {
        using var output = new StringWriter();
        PlaceReport.WriteFigures(output, PlacePart.Measuring, Lines.Value);
        var report = output.ToString();
        Assert.Contains("\nvillage ", report, StringComparison.Ordinal);
        Assert.All(PlacePart.Measuring.Lines, line =>
        {
            Assert.DoesNotContain(line.Id, report, StringComparison.Ordinal);
            Assert.DoesNotContain(line.Text, report, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Misses_are_listed_with_their_texts()
    {
        var misses = Lines.Value.Where(line => line.IsMiss).ToList();
        using var output = new StringWriter();
        PlaceReport.WriteMisses(output, Lines.Value);
        var list = output.ToString();
        Assert.Equal(misses.Count, list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(misses, miss => Assert.Contains(miss.Line.Text, list, StringComparison.Ordinal));
    }
}
