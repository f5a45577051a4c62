using Senim.Intake.Triage.Rules;
using Senim.Intake.Triage.Weighing;

namespace Senim.Intake.Triage;

/// <summary>Triage by the lexicon's entries, the learnt weights beside them and the answers given. Immutable.</summary>
public sealed class RuleTriage : ITriage
{
    /// <summary>A message is read in parts of this length, four at most.</summary>
    public const int MaxTextChars = 20_000;

    private const int MostReasons = 20;
    private const int FewestLettersBesideMedia = 20;
    private const string HappensNow = "when_now";
    private readonly MessageSigns _signs;

    /// <summary>As much as a channel takes in one message (64 KB) is read whole; what is longer comes from no channel.</summary>
    private const int MostParts = 4;

    private const int OverlapChars = 500;

    private RuleTriage(MessageSigns signs) => _signs = signs;

    /// <summary>Compiles the embedded lexicon and weights.</summary>
    /// <exception cref="FormatException">A data file is broken.</exception>
    public static RuleTriage Load() => With(Lexicon.Load(), WeightTable.Load());

    /// <param name="weights">Null to hear the entries alone.</param>
    internal static RuleTriage With(Lexicon lexicon, WeightTable? weights) =>
        new(new MessageSigns(lexicon, weights is null ? null : new SignsWeighed(new Weigher(lexicon, weights))));

    public TriageResult Assess(TriageInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var findings = new List<Finding>();
        var nows = new HashSet<int>();
        var sentences = 0;
        foreach (var text in input.Texts)
        {
            foreach (var part in Parts(text ?? ""))
                sentences = _signs.Find(part, sentences, findings, nows);
        }

        foreach (var answer in input.Answers.Order(StringComparer.Ordinal))
        {
            if (SignCodes.OfAnswers.TryGetValue(answer, out var sign))
                findings.Add(new Finding(sign, "", sign.Urgency ?? Urgency.Information, -1));
        }

        if (input.HasUnheardMedia && input.Texts.Sum(text => text?.Count(char.IsLetter) ?? 0) < FewestLettersBesideMedia)
            findings.Add(new Finding(SignCodes.All["unheard_media"], "", Urgency.Urgent, -1));
        if (input.Answers.Contains(HappensNow))
            MakeNow(findings);
        return Sum(Raise(findings, nows));
    }

    /// <summary>"It is happening right now" speaks for all harm that was told or chosen.</summary>
    private static void MakeNow(List<Finding> findings)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            if (findings[i] is { Sign.UrgencyNow: { } now } finding && (finding.MayBeNow || finding.Sentence < 0))
                findings[i] = finding with { Urgency = now };
        }
    }

    /// <summary>A long text is read part by part, the last words of one again with the next, so that a cry at its end is heard.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        for (var part = 0; part < MostParts; part++)
        {
            var length = Math.Min(MaxTextChars, text.Length - start);
            yield return text.Substring(start, length);
            if (start + length == text.Length)
                yield break;
            start += length - OverlapChars;
        }
    }

    /// <summary>A "now" in a sentence of its own speaks for its neighbours; what weighs on any harm raises it by one level.</summary>
    private static List<Finding> Raise(List<Finding> findings, HashSet<int> nows)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            if (finding.MayBeNow && (nows.Contains(finding.Sentence - 1) || nows.Contains(finding.Sentence + 1)))
                findings[i] = finding with { Urgency = finding.Sign.UrgencyNow!.Value };
        }

        if (findings.Any(finding => finding.Sign.Urgency is null))
        {
            var harm = findings.FindIndex(finding =>
                finding is { Urgency: Urgency.Standard, Sign: { Urgency: not null, WordsOnly: false, Categories.Count: > 0 } });
            if (harm >= 0)
                findings[harm] = findings[harm] with { Urgency = Urgency.Urgent };
        }

        return findings;
    }

    private static TriageResult Sum(List<Finding> findings)
    {
        List<Finding> gravestFirst = [.. findings.OrderByDescending(finding => finding.Urgency)];
        var urgency = gravestFirst.Count == 0 ? Urgency.Information : gravestFirst[0].Urgency;
        List<Category> categories = [.. gravestFirst.SelectMany(finding => finding.Sign.Categories).Distinct()];
        if (categories.Any(IsHarm))
            categories.RemoveAll(category => category == Category.Question);
        if (categories.Count > 1)
            categories.Remove(Category.Other);
        List<TriageReason> reasons =
            [.. gravestFirst.Select(finding => new TriageReason(finding.Quote, finding.Sign.Code)).Distinct().Take(MostReasons)];
        return new TriageResult(urgency, categories, reasons, urgency == Urgency.Emergency ? Danger(gravestFirst) : null);
    }

    private static bool IsHarm(Category category) => category is not (Category.Question or Category.Test);

    /// <summary>The writer's own wish to die comes before anything else; then an attack, from which one must get away before the body is helped.</summary>
    private static DangerForm? Danger(List<Finding> gravestFirst)
    {
        var forms = gravestFirst.Where(finding => finding.Urgency == Urgency.Emergency).Select(finding => finding.Sign.Danger).ToHashSet();
        DangerForm[] order = [DangerForm.Self, DangerForm.Attack, DangerForm.Body];
        return order.Where(form => forms.Contains(form)).Select(form => (DangerForm?)form).FirstOrDefault();
    }
}
