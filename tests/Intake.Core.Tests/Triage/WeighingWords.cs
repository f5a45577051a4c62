using Senim.Intake.Triage;
using Senim.Intake.Triage.Reading;
using Senim.Intake.Triage.Weighing;

namespace Senim.Intake.Core.Tests.Triage;

/// <summary>The learnt weights: they hear what no entry knows, and nothing in what is too short or too strange to be understood.</summary>
public sealed class WeighingWords
{
    private static readonly RuleTriage Triage = RuleTriage.Load();

    [Theory]
    [InlineData("message 1")]
    [InlineData("1111 1111 1111 1111")]
    [InlineData("э э э э э э")]
    [InlineData("ok ok ok ok ok ok")]
    [InlineData("Айгерим Серикова")]
    [InlineData("меня зовут Айгерим")]
    [InlineData("қазір үйде емеспін")]
    [InlineData("брату 4 года")]
    [InlineData("маған он үш жас")]
    [InlineData("Алматинская область, Талгарский район")]
    [InlineData("the yellow house behind the pond")]
    [InlineData("за старым клубом, третий подъезд")]
    [InlineData("мектептің артындағы аулада")]
    [InlineData("сәлем қалайсың не істеп жатырсың")]
    [InlineData("lorem ipsum dolor sit amet consectetur")]
    [InlineData("qwerty asdfgh zxcvbn qwerty asdfgh")]
    [InlineData("😭😭😭😭😭😭😭😭😭😭")]
    public void What_says_nothing_is_no_danger_by_weight(string text)
    {
        Assert.True(Triage.Assess(new TriageInput { Texts = [text] }).Urgency < Urgency.Urgent, text);
        Assert.False(((ITriage)Triage).IsDangerWord(text));
    }

    [Theory]
    [InlineData("қорқамын", "коркамын", "qorqamyn", "korkamin", "qorqamın")]
    [InlineData("тұншықтырды", "туншыктырды", "tunshyqtyrdy", "tunwiktirdi", "tunşyqtyrdy")]
    [InlineData("жатыр", "zhatyr", "jatır", "jatir")]
    [InlineData("помогите", "pomogite", "помогитеее", "pom0gite")]
    [InlineData("сейчас", "seichas", "seychas", "cейчас", "сей4ас")]
    [InlineData("убьет", "ubyet", "ubiet", "ub'et", "убьёт")]
    [InlineData("хочет", "hochet", "khochet", "xochet")]
    [InlineData("меня", "menya", "menja", "menia")]
    public void The_spellings_of_a_word_meet(params string[] spellings)
    {
        Assert.Single(spellings.Select(Skeleton).Distinct());
    }

    [Fact]
    public void A_reason_quotes_the_few_words_that_weighed_most()
    {
        const string text = "сегодня была контрольная. потом мы шли домой и вдруг большие парни утащили мою подругу в свою тачку, она кричала";

        var reasons = Triage.Assess(new TriageInput { Texts = [text] }).Reasons;

        Assert.All(reasons, reason => Assert.Contains(reason.Quote, text, StringComparison.Ordinal));
        Assert.All(reasons.Where(reason => reason.Code.StartsWith("sounds_", StringComparison.Ordinal)), reason => Assert.InRange(reason.Quote.Split(' ').Length, 1, 8));
    }

    private static string Skeleton(string word)
    {
        Span<char> letters = stackalloc char[Intake.Triage.Weighing.Skeleton.MostLetters];
        return new string(letters[..Intake.Triage.Weighing.Skeleton.Of(WordReader.Read(word).Words.Single().Letters, letters)]);
    }
}
