using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Triage;

public sealed class ReadingLongMessages
{
    private static readonly RuleTriage Triage = RuleTriage.Load();

    [Theory]
    [InlineData(0)]
    [InlineData(19_990)]
    [InlineData(20_000)]
    [InlineData(45_000)]
    [InlineData(60_000)]
    public void A_cry_is_heard_wherever_it_stands(int before)
    {
        var filler = string.Concat(Enumerable.Repeat("сегодня был урок. ", (before / 18) + 1))[..before];
        var result = Triage.Assess(new TriageInput { Texts = [$"{filler}. у него нож, он ломает дверь, помогите"] });
        Assert.Equal(Urgency.Emergency, result.Urgency);
    }
}
