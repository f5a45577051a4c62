using Senim.Triage.Benchmark.Lines;

namespace Senim.Triage.Benchmark.Tests;

public sealed class WellFormedParts
{
    private static readonly BenchmarkLine[] Measuring = Lines(Part.Measuring);
    private static readonly BenchmarkLine[] Writing = Lines(Part.Writing);

    [Fact]
    public void Each_measuring_column_has_enough_lines_of_each_level()
    {
        foreach (var column in Column.All(Part.Measuring))
        {
            Assert.InRange(column.Lines.Count(line => line.Level == Level.Emergency), 60, 62);
            Assert.InRange(column.Lines.Count(line => line.Level == Level.Urgent), 30, 32);
            Assert.InRange(column.Lines.Count(line => line.Level == Level.Standard), 45, 47);
            Assert.InRange(column.Lines.Count(line => line.Level == Level.Information), 45, 47);
        }
    }

    [Fact]
    public void Both_parts_have_the_same_columns() => Assert.Equal(
        Column.All(Part.Measuring).Select(column => column.Name),
        Column.All(Part.Writing).Select(column => column.Name));

    [Fact]
    public void Every_id_is_used_once() => Assert.Empty(Repeated([.. Measuring, .. Writing], line => line.Id));

    [Fact]
    public void No_text_stands_twice_in_either_part_or_in_both() =>
        Assert.Empty(Repeated([.. Measuring, .. Writing], line => Letters(line.Text)));

    [Fact]
    public void Every_line_says_something_and_what_kind_it_is_of() =>
        Assert.Empty(Measuring.Concat(Writing).Where(line => line.Text.Trim() is "" || line.Kind.Trim() is "").Select(line => line.Id));

    private static BenchmarkLine[] Lines(Part part) => [.. Column.All(part).SelectMany(column => column.Lines)];

    private static IEnumerable<string> Repeated(BenchmarkLine[] lines, Func<BenchmarkLine, string> key) =>
        lines.GroupBy(key).Where(same => same.Skip(1).Any()).Select(same => string.Join(", ", same.Select(line => line.Id)));

    /// <summary>What is left when case, spaces and marks are not counted.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
