using System.Collections.Frozen;

namespace Senim.Intake.Triage.Rules;

/// <summary>All signs, from <c>codes.tsv</c>, and those that answers are (<c>answers.tsv</c>).</summary>
internal static class SignCodes
{
    public static readonly FrozenDictionary<string, SignCode> All =
        LexiconFiles.Rows("codes.tsv").Select(Read).ToFrozenDictionary(sign => sign.Code, StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, SignCode> OfAnswers =
        LexiconFiles.Rows("answers.tsv").ToFrozenDictionary(row => row[0], row => All[row[1]], StringComparer.Ordinal);

    private static SignCode Read(string[] row)
    {
        var softened = SoftenedBy.Nothing;
        foreach (var word in Words(row[5]).Where(word => word is not ("wordsonly" or "aside")))
            softened |= Enum.Parse<SoftenedBy>(word, ignoreCase: true);
        return new SignCode(
            row[0],
            row[1] == "raise" ? null : Enum.Parse<Urgency>(row[1]),
            row[2] == "-" ? null : Enum.Parse<Urgency>(row[2]),
            row[3] == "-" ? null : Enum.Parse<DangerForm>(row[3]),
            [.. Words(row[4]).Select(Parse)],
            softened,
            Words(row[5]).Contains("wordsonly"),
            Words(row[5]).Contains("aside"),
            new Dictionary<string, string> { ["kk"] = row[6], ["ru"] = row[7], ["en"] = row[8] });
    }

    private static string[] Words(string cell) => cell == "-" ? [] : cell.Split(',');

    private static Category Parse(string code) =>
        CategoryCodes.TryParse(code, out var category) ? category : throw new FormatException($"codes.tsv names the unknown category '{code}'.");
}
