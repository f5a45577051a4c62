using System.CommandLine;
using System.Globalization;
using Senim.Intake.Triage.Rules;
using Senim.Triage.Benchmark.Reports;
using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark.Learning;

/// <summary><c>learn</c>: learns the weights from the writing part, says how well they do on lines they were not learnt from, and writes the table.</summary>
internal static class LearnCommand
{
    public static Command Create(TextWriter output)
    {
        var write = new Option<FileInfo?>("--write") { Description = "Write the table learnt from all lines (src/Intake.Core/Triage/Weighing/weights.tsv)." };
        var compare = new Option<bool>("--compare") { Description = "Print what other thresholds would come to." };
        var misses = new Option<bool>("--list-misses") { Description = "Print each line that was misjudged when it was left out." };
        var command = new Command("learn", "Learns the weights of triage from the written lines. The figures printed are of lines left out while learning (five folds).") { write, compare, misses };
        command.SetAction(parsed =>
        {
            var lexicon = Lexicon.Load();
            var lines = LearningLine.All(lexicon);
            var folds = new CrossValidation(lexicon, lines);
            foreach (var measurement in folds.Measure(Thresholds.Chosen))
            {
                ColumnReport.Write(output, measurement);
                if (parsed.GetValue(misses))
                    MissReport.Write(output, measurement);
            }

            if (parsed.GetValue(compare))
            {
                foreach (var (name, thresholds) in Thresholds.Neighbours())
                    output.WriteLine($"{name,-16}{Summary(folds.Measure(thresholds).Select(measurement => measurement.Table))}");
            }

            if (parsed.GetValue(write) is { } file)
                WeightFile.Write(file, lines, [.. Thresholds.Chosen.Rows(), .. new TableLearner(lexicon, lines).Rows()]);
        });
        return command;
    }

    private static string Summary(IEnumerable<ConfusionTable> tables)
    {
        var columns = tables.ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Emergency {Part(Level.Emergency, Level.Emergency)} below Urgent {Part(Level.Emergency, Level.Standard) + Part(Level.Emergency, Level.Information):0.0}; "
            + $"Urgent {Part(Level.Urgent, Level.Urgent):0.0} raised {Part(Level.Urgent, Level.Emergency):0.0}; "
            + $"Standard {Part(Level.Standard, Level.Standard):0.0} to Emergency {Part(Level.Standard, Level.Emergency):0.0} to Urgent {Part(Level.Standard, Level.Urgent):0.0}; "
            + $"Information {Part(Level.Information, Level.Information):0.0} to Emergency {Part(Level.Information, Level.Emergency):0.0} to Urgent {Part(Level.Information, Level.Urgent):0.0}");

        double Part(Level level, Level said) => Math.Round(100.0 * columns.Sum(table => table[level, said]) / columns.Sum(table => table.Labelled(level)), 1);
    }
}
