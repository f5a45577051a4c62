using Senim.Triage.Benchmark.Lines;

namespace Senim.Triage.Benchmark.Tests;

/// <summary>No failure here shows a measuring line either: counts and truths are compared, not texts.</summary>
public sealed class Reporting
{
    [Fact]
    public void A_line_is_shown_by_neither_id_nor_text_unless_asked()
    {
        var output = Run();

        foreach (var column in Column.All(Part.Measuring))
        {
            Assert.Contains($"{column.Name}: {column.Lines.Count} lines", output, StringComparison.Ordinal);
            Assert.Equal(0, column.Lines.Count(line => Traces(line).Any(trace => output.Contains(trace, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void Misses_are_listed_when_asked()
    {
        var output = Run("--list-misses");

        foreach (var miss in Measurement.OfAll(Part.Measuring).SelectMany(measurement => measurement.Misses))
            Assert.True(output.Contains($"{miss.Line.Id} is {miss.Line.Level}, said {miss.Said} ({miss.Line.Kind}): {miss.Line.Text}", StringComparison.Ordinal));
    }

    [Fact]
    public void The_help_says_what_becomes_of_a_line_that_was_looked_at()
    {
        var option = BenchmarkCommand.Create(TextWriter.Null).Options.Single(option => option.Name == "--list-misses");

        Assert.Contains("moves to the writing part", option.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measurement_counts_what_was_said_and_keeps_what_was_missed()
    {
        BenchmarkLine right = new("a", Level.Urgent, "kind", "urgent"), wrong = new("b", Level.Emergency, "kind", "urgent too");

        var measurement = Measurement.Of(new("made", [right, wrong]), _ => Level.Urgent);

        Assert.Equal(1, measurement.Table[Level.Urgent, Level.Urgent]);
        Assert.Equal(1, measurement.Table[Level.Emergency, Level.Urgent]);
        Assert.Equal([new Miss(wrong, Level.Urgent)], measurement.Misses);
    }

    /// <summary>What gives a line away: its id, and any three words in a row.</summary>
    private static IEnumerable<string> Traces(BenchmarkLine line)
    {
        var words = line.Text.Split(' ');
        return Enumerable.Range(0, Math.Max(1, words.Length - 2)).Select(start => string.Join(' ', words.Skip(start).Take(3))).Append(line.Id);
    }

    private static string Run(params string[] arguments)
    {
        using var output = new StringWriter();
        BenchmarkCommand.Create(output).Parse(arguments).Invoke();
        return output.ToString();
    }
}
