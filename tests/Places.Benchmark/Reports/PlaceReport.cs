using System.Globalization;
using Senim.Places.Benchmark.Lines;

namespace Senim.Places.Benchmark.Reports;

/// <summary>What the command prints.</summary>
internal static class PlaceReport
{
    /// <summary>The figures by kind, in the order of the file, and in all. Says nothing about any single line.</summary>
    public static void WriteFigures(TextWriter output, PlacePart part, IReadOnlyList<Measured> measured)
    {
        output.WriteLine($"{part.Name} part, sha256 {part.Sha256}");
        output.WriteLine("Shares with their 95 % Wilson intervals.");
        output.WriteLine();
        WriteRow(output, "kind", "lines", "right unit first", "among the choices", "wrong unit alone");
        foreach (var kind in measured.GroupBy(line => line.Line.Kind))
            WriteRow(output, kind.Key, Figures.Of(kind));
        var all = Figures.Of(measured);
        WriteRow(output, "all", all);
        output.WriteLine();
        WriteBar(output, "right unit first", all.RightFirst, all.Lines, Figures.LeastRightFirst, atMost: false);
        WriteBar(output, "among the choices", all.AmongOffered, all.Lines, Figures.LeastAmongOffered, atMost: false);
        WriteBar(output, "wrong unit alone", all.WrongAlone, all.Lines, Figures.MostWrongAlone, atMost: true);
    }

    /// <summary>Each line that is not wholly right, with its text.</summary>
    public static void WriteMisses(TextWriter output, IReadOnlyList<Measured> measured)
    {
        output.WriteLine();
        foreach (var (line, answer) in measured.Where(line => line.IsMiss))
        {
            var right = string.Join(' ', line.Right.Prepend(Word(line.Expect)));
            var got = string.Join(' ', answer.Offered.Prepend(Word(answer.Outcome)));
            output.WriteLine($"{line.Id}  {line.Kind}  right: {right}  got: {got}  {line.Text}");
        }
    }

    private static void WriteRow(TextWriter output, string name, Figures figures) => WriteRow(
        output,
        name,
        figures.Lines.ToString(CultureInfo.InvariantCulture),
        new Share(figures.RightFirst, figures.Lines).ToString(),
        new Share(figures.AmongOffered, figures.Lines).ToString(),
        new Share(figures.WrongAlone, figures.Lines).ToString());

    private static void WriteRow(TextWriter output, string name, string lines, string first, string among, string wrong) =>
        output.WriteLine($"{name,-20}{lines,5}  {first,-21}  {among,-21}  {wrong}");

    private static void WriteBar(TextWriter output, string name, int hits, int lines, double bar, bool atMost)
    {
        var share = new Share(hits, lines);
        var met = atMost ? share.Value <= bar : share.Value >= bar;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {hits} of {lines}, {share}; bar: {(atMost ? "at most" : "at least")} {bar:0.00}, {(met ? "met" : "NOT MET")}"));
    }

    private static string Word(Expectation expectation) => expectation switch
    {
        Expectation.Taken => "taken",
        Expectation.Asked => "asked",
        Expectation.None => "none",
    };
}
