using System.CommandLine;
using Senim.Places.Benchmark.Lines;
using Senim.Places.Benchmark.Reports;

// Measures how well typed places are resolved. Which answer counts as right: docs/places-benchmark.md.
var part = new Option<string>("--part") { Description = "measuring, or writing: the lines that may be looked at.", DefaultValueFactory = _ => PlacePart.Measuring.Name }
    .AcceptOnlyFromAmong(PlacePart.Measuring.Name, PlacePart.Writing.Name);
var misses = new Option<bool>("--list-misses")
{
    Description = "Also prints the id, the text and the answer of each line that is not wholly right. A line of the measuring part that was looked at moves to the writing part and is replaced.",
};
var command = new RootCommand("Says by kind how often a typed place is resolved rightly. Prints no text and no id unless asked to.") { part, misses };
command.SetAction(parsed =>
{
    var chosen = parsed.GetValue(part) == PlacePart.Writing.Name ? PlacePart.Writing : PlacePart.Measuring;
    var measured = Measured.All(chosen);
    PlaceReport.WriteFigures(Console.Out, chosen, measured);
    if (parsed.GetValue(misses))
        PlaceReport.WriteMisses(Console.Out, measured);
});
return command.Parse(args).Invoke();
