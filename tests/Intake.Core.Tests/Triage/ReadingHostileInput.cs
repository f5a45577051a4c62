using System.Text;
using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Triage;

public sealed class ReadingHostileInput
{
    private const int Million = 1_000_000;
    private static readonly RuleTriage Triage = RuleTriage.Load();

    public static TheoryData<string> Texts => new()
    {
        new string('a', Million),
        new string('б', Million),
        new string('1', Million),
        new string('\'', Million),
        new string('.', Million),
        new string(' ', Million),
        new string('\0', Million),
        new string('\ud83d', 20_001),
        string.Concat(Enumerable.Repeat("🆘", 10_000)),
        string.Concat(Enumerable.Repeat("у б ь е т ", 4_000)),
        string.Concat(Enumerable.Repeat("меня бьют ", 4_000)),
        string.Concat(Enumerable.Repeat("не ", 8_000)),
        string.Concat(Enumerable.Repeat("shchiyuyo", 4_000)),
        "а" + new string('\u0301', 10_000),
        new string('\u202e', 10_000) + "привет",
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void It_gives_an_answer_whose_quotes_stand_in_the_text(string text)
    {
        var result = Triage.Assess(new TriageInput { Texts = [text] });

        Assert.All(result.Reasons, reason => Assert.Contains(reason.Quote, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cry_between_ten_thousand_combining_marks_is_heard()
    {
        var text = new StringBuilder();
        foreach (var letter in "меня бьют сейчас")
            text.Append(letter).Append('\u0336', 600);

        Assert.Equal(Urgency.Emergency, Triage.Assess(new TriageInput { Texts = [text.ToString()] }).Urgency);
    }

    [Fact]
    public void What_stands_beyond_the_limit_is_not_read()
    {
        var text = new string('.', 4 * RuleTriage.MaxTextChars) + " меня бьют сейчас";

        Assert.Equal(Urgency.Information, Triage.Assess(new TriageInput { Texts = [text] }).Urgency);
    }
}
