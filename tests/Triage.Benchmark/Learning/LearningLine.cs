using Senim.Intake.Triage;
using Senim.Intake.Triage.Rules;
using Senim.Triage.Benchmark.Lines;

namespace Senim.Triage.Benchmark.Learning;

/// <summary>A written line to learn from.</summary>
/// <param name="Form">Which help an Emergency calls for.</param>
/// <param name="Validates">Whether the line may tell how well others were learnt from. The tables that the lexicon was written beside may not: the entries know each of their lines.</param>
internal sealed record LearningLine(string Column, BenchmarkLine Written, DangerForm? Form, ReadMessage Message, bool Validates)
{
    public Level Level => Written.Level;

    /// <summary>The lines of the writing part, of the tables, and what is said beside reports, in a fixed order.</summary>
    public static IReadOnlyList<LearningLine> All(Lexicon lexicon)
    {
        var reader = new MessageReader(lexicon);
        var entries = RuleTriage.With(lexicon, weights: null);
        var written = Lines.Column.All(Part.Writing).SelectMany(column => column.Lines.Select(line => Of(column.Name, line, validates: true)));
        var tables = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Tables"), "*.tsv").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Where(row => row.Length > 0 && row[0] != '#').Select(row => row.Split('\t')))
            .Select((cells, i) => Of(cells[0], new BenchmarkLine($"table-{i}", Enum.Parse<Level>(cells[1]), "", cells[2]), validates: false));
        var asides = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Learning", "asides.txt")).Where(row => row.Length > 0 && row[0] != '#')
            .Select((text, i) => Of("asides", new BenchmarkLine($"aside-{i}", Level.Information, "", text), validates: false));
        return [.. written, .. tables, .. asides];

        LearningLine Of(string column, BenchmarkLine line, bool validates) =>
            new(column, line, FormOf(line), reader.Read(line.Text), validates);

        DangerForm? FormOf(BenchmarkLine line) => line.Level != Level.Emergency
            ? null
            : Forms.OfKind(line.Kind) ?? entries.Assess(new TriageInput { Texts = [line.Text] }).Danger;
    }
}
