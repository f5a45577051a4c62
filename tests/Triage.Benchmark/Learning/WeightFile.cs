using System.Security.Cryptography;
using System.Text;

namespace Senim.Triage.Benchmark.Learning;

/// <summary>Writes <c>weights.tsv</c>: the same bytes for the same lines. Its head says which lines those were.</summary>
internal static class WeightFile
{
    public static void Write(FileInfo file, IReadOnlyList<LearningLine> lines, IReadOnlyList<(string Feature, int Rarity, int[] Weights)> rows)
    {
        using var writer = new StreamWriter(file.FullName, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        writer.WriteLine("# Learnt from written lines by: dotnet run -c Release --project tests/Triage.Benchmark -- learn --write <this file>. Nobody edits it.");
        writer.WriteLine(HeadOf(lines));
        writer.WriteLine("# feature, rarity, weights in thousandths: Emergency, Urgent, Standard, own wish to die, body in danger");
        foreach (var (feature, rarity, weights) in rows)
            writer.WriteLine($"{feature}\t{rarity}\t{string.Join('\t', weights)}");
    }

    /// <summary>The row that changes with any line learnt from.</summary>
    public static string HeadOf(IReadOnlyList<LearningLine> lines)
    {
        var all = string.Join('\n', lines.Select(line => $"{line.Written.Id}\t{line.Level}\t{line.Written.Text}"));
        return $"# lines: {lines.Count}, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))}";
    }
}
