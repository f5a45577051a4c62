using System.CommandLine;
using Senim.Triage.Benchmark.Floors;
using Senim.Triage.Benchmark.Learning;
using Senim.Triage.Benchmark.Lines;
using Senim.Triage.Benchmark.Reports;
using Senim.Triage.Benchmark.Statistics;

namespace Senim.Triage.Benchmark;

/// <summary>Measures the engine and prints the figures; exit code 1 when a bar is not met.</summary>
internal static class BenchmarkCommand
{
    public static RootCommand Create(TextWriter output)
    {
        var part = new Option<Part>("--part")
        {
            Description = "measuring: the frozen lines, whose figures count. writing: the lines that may be looked at while mending the engine.",
            DefaultValueFactory = _ => Part.Measuring,
        };
        var misses = new Option<bool>("--list-misses")
        {
            Description = "Print each misjudged line with its id and text. A measuring line that was looked at no longer measures: "
                + "it moves to the writing part, and a new one of the same level takes its place.",
        };
        var floor = new Option<FileInfo?>("--write-floor")
        {
            Description = "Write the tables of this run to a file: the floor that a test holds (tests/Triage.Benchmark/Floors/floor.tsv).",
        };
        var command = new RootCommand("Measures how well triage tells the levels apart: recall and precision with 95 % Wilson intervals, confusion, bars. Exit code 1: a bar is not met.")
        {
            part, misses, floor, LearnCommand.Create(output), SpeedCommand.Create(output),
        };
        command.SetAction(parsed =>
        {
            var measurements = Measurement.OfAll(parsed.GetValue(part));
            foreach (var measurement in measurements)
            {
                ColumnReport.Write(output, measurement);
                if (parsed.GetValue(misses))
                    MissReport.Write(output, measurement);
            }

            if (parsed.GetValue(floor) is { } file)
            {
                using var tables = file.CreateText();
                Floor.Write(tables, measurements);
            }

            return measurements.SelectMany(measurement => Bar.Over(measurement.Table)).All(bar => bar.Met) ? 0 : 1;
        });
        return command;
    }
}
