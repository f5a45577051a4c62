using Senim.Triage.Benchmark.Lines;
using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark;

internal sealed record Miss(BenchmarkLine Line, Level Said);

/// <summary>What the engine made of one column.</summary>
internal sealed record Measurement(string Name, ConfusionTable Table, IReadOnlyList<Miss> Misses)
{
    public static Measurement Of(Column column, Func<string, Level> engine)
    {
        var table = new ConfusionTable();
        var misses = new List<Miss>();
        foreach (var line in column.Lines)
        {
            var said = engine(line.Text);
            table.Add(line.Level, said);
            if (said != line.Level)
                misses.Add(new(line, said));
        }

        return new(column.Name, table, misses);
    }

    public static IReadOnlyList<Measurement> OfAll(Part part)
    {
        var engine = new Engine();
        return [.. Column.All(part).Select(column => Of(column, engine.Say))];
    }
}
