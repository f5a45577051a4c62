using Senim.Triage.Benchmark.Floors;
using Senim.Triage.Benchmark.Lines;
using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark.Tests;

public sealed class HoldingTheFloor
{
    private readonly ConfusionTable floor = Tables.Of([50, 8, 3, 1], [6, 20, 4, 2], [2, 5, 35, 5], [1, 0, 6, 40]);

    [Fact]
    public void No_figure_of_the_engine_is_below_what_was_reached()
    {
        using var file = File.OpenText(Floor.File);
        var floors = Floor.Read(file);
        var measurements = Measurement.OfAll(Part.Measuring);

        Assert.Equal(floors.Keys.Order(), measurements.Select(measurement => measurement.Name).Order());
        var falls = measurements.SelectMany(measurement => Floor.Falls(measurement.Table, floors[measurement.Name]).Select(fall => $"{measurement.Name}: {fall}")).ToList();
        Assert.True(falls.Count == 0, string.Join('\n', falls));
    }

    [Fact]
    public void The_same_table_holds() => Assert.Empty(Floor.Falls(floor, floor));

    [Fact]
    public void Better_figures_hold() =>
        Assert.Empty(Floor.Falls(Tables.Of([51, 8, 2, 1], [6, 20, 4, 2], [2, 5, 35, 5], [0, 0, 6, 41]), floor));

    [Fact]
    public void An_emergency_lost_to_Standard_falls_in_recall_and_in_both_bars() =>
        Assert.Equal(
            [
                "recall of Emergency fell from 50/62 to 49/62",
                "precision of Emergency fell from 50/59 to 49/58",
                "precision of Standard fell from 35/48 to 35/49",
                "Emergencies missed rose from 12 to 13",
                "Emergencies below Urgent rose from 4 to 5",
            ],
            Floor.Falls(Tables.Of([49, 8, 4, 1], [6, 20, 4, 2], [2, 5, 35, 5], [1, 0, 6, 40]), floor));

    [Fact]
    public void False_alarms_cannot_hide_behind_recall_that_stays() =>
        Assert.Equal(
            [
                "precision of Emergency fell from 50/59 to 50/61",
                "Information raised to Emergency rose from 1 to 2",
                "Standard raised to Emergency rose from 2 to 3",
            ],
            Floor.Falls(Tables.Of([50, 8, 3, 1], [6, 20, 4, 2], [3, 4, 35, 5], [2, 0, 5, 40]), floor));

    [Fact]
    public void A_floor_is_read_as_it_was_written()
    {
        using var text = new StringWriter();
        Floor.Write(text, [new("ru", floor, []), new("kk", Tables.Of([1, 2, 3, 4], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]), [])]);

        var read = Floor.Read(new StringReader(text.ToString()));

        Assert.Equal(["ru", "kk"], read.Keys);
        Assert.Equal(4, read["kk"][Level.Emergency, Level.Information]);
        Assert.All(Levels.FromTheTop, labelled => Assert.All(Levels.FromTheTop, said => Assert.Equal(floor[labelled, said], read["ru"][labelled, said])));
    }
}
