using System.Reflection;
using System.Text;

namespace Senim.Intake.Triage.Rules;

/// <summary>The embedded data files of the lexicon: tab-separated, <c>#</c> begins a comment line, the first other line names the columns.</summary>
internal static class LexiconFiles
{
    private const string Prefix = "Senim.Intake.Triage.Lexicon.";
    private static readonly Assembly Home = typeof(LexiconFiles).Assembly;

    public static IEnumerable<string> Themes() => Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix + "theme-", StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .Order(StringComparer.Ordinal);

    /// <exception cref="FormatException">A row has another number of cells than the file's first line.</exception>
    public static List<string[]> Rows(string file)
    {
        using var stream = Home.GetManifestResourceStream(Prefix + file)
            ?? throw new InvalidOperationException($"The lexicon file {file} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<string[]>();
        var columns = -1;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (columns < 0)
            {
                columns = cells.Length;
                continue;
            }

            if (cells.Length != columns)
                throw new FormatException($"{file}:{number} has {cells.Length} cells, not {columns}.");
            rows.Add(cells);
        }

        return rows;
    }
}
