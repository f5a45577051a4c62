using Senim.Bots.Conversation.Spool;
using Senim.Intake;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Spool;

public sealed class TheWordsOfTheSpool
{
    /// <summary>Two parts of an SMS in UCS-2, 67 units each.</summary>
    private const int MostUnits = 134;

    public static TheoryData<Language, DangerForm?> All()
    {
        var all = new TheoryData<Language, DangerForm?>();
        foreach (var language in Languages.All)
        {
            all.Add(language, null);
            foreach (var form in Enum.GetValues<DangerForm>())
                all.Add(language, form);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void They_fit_two_parts_of_an_sms_and_name_a_number(Language language, DangerForm? danger)
    {
        var text = KeptWords.Reply(language, danger).Text;

        Assert.InRange(text.Length, 20, MostUnits);
        Assert.Matches("1(02|03|11|12)", text);
        Assert.DoesNotContain('!', text);
    }

    [Theory]
    [InlineData(Language.Kk)]
    [InlineData(Language.Ru)]
    [InlineData(Language.En)]
    public void Somebody_who_wants_to_die_reads_no_word_of_the_police(Language language)
    {
        var text = KeptWords.Reply(language, DangerForm.Self).Text;

        Assert.Contains("111", text, StringComparison.Ordinal);
        Assert.DoesNotContain("102", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_are_the_same() => Assert.Equal(KeptWords.All.Count(), KeptWords.All.Distinct().Count());
}
