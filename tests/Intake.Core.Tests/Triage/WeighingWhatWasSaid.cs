using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Triage;

public sealed class WeighingWhatWasSaid
{
    private static readonly ITriage Triage = RuleTriage.Load();

    [Fact]
    public void Nothing_said_is_information_about_nothing()
    {
        var result = Triage.Assess(new TriageInput());

        Assert.Equal(Urgency.Information, result.Urgency);
        Assert.Empty(result.Categories);
        Assert.Empty(result.Reasons);
        Assert.Null(result.Danger);
    }

    [Theory]
    [InlineData("да")]
    [InlineData("нет")]
    [InlineData("иә")]
    [InlineData("мама")]
    [InlineData("папа")]
    [InlineData("12 школа")]
    [InlineData("5")]
    [InlineData("сейчас")]
    [InlineData("қазір")]
    [InlineData("бүгін")]
    [InlineData("Тараз")]
    [InlineData("Алматы қаласы")]
    [InlineData("в школе")]
    [InlineData("yes")]
    [InlineData("")]
    [InlineData("👍")]
    public void A_short_answer_raises_nothing(string text)
    {
        Assert.Equal(Urgency.Information, Triage.Assess(new TriageInput { Texts = [text] }).Urgency);
    }

    [Theory]
    [InlineData("SOS")]
    [InlineData("помогите")]
    [InlineData("көмектесіңдер")]
    [InlineData("help me")]
    [InlineData("қауіп")]
    [InlineData("меня бьют сейчас")]
    [InlineData("он идет")]
    [InlineData("она не просыпается")]
    [InlineData("сегодня последний день")]
    public void A_short_cry_is_danger(string text) => Assert.True(Triage.IsDangerWord(text));

    [Theory]
    [InlineData("помогите с домашкой")]
    [InlineData("он идет в школу")]
    [InlineData("сегодня последний день четверти")]
    [InlineData("help me with math")]
    [InlineData("привет")]
    public void Cry_words_about_something_else_are_no_danger(string text) => Assert.False(Triage.IsDangerWord(text));

    [Theory]
    [InlineData("папа бьет меня прямо сейчас", DangerForm.Attack)]
    [InlineData("он сказал что убьет нас", DangerForm.Attack)]
    [InlineData("мама без сознания", DangerForm.Body)]
    [InlineData("сестра выпила уксус", DangerForm.Body)]
    [InlineData("мама выгнала на мороз и не пускает", DangerForm.Body)]
    [InlineData("я не хочу жить", DangerForm.Self)]
    [InlineData("подруга хочет умереть", DangerForm.Body)]
    [InlineData("папа бьет меня прямо сейчас я хочу умереть", DangerForm.Self)]
    public void The_form_of_help_follows_the_danger(string text, DangerForm form)
    {
        Assert.Equal(form, Triage.Assess(new TriageInput { Texts = [text] }).Danger);
    }

    [Fact]
    public void Now_in_a_message_of_its_own_speaks_for_the_one_before()
    {
        Assert.Equal(Urgency.Urgent, Triage.Assess(new TriageInput { Texts = ["меня бьет папа"] }).Urgency);
        Assert.Equal(Urgency.Emergency, Triage.Assess(new TriageInput { Texts = ["меня бьет папа", "прямо сейчас"] }).Urgency);
    }

    [Fact]
    public void What_weighs_on_a_harm_raises_it_by_one_level()
    {
        Assert.Equal(Urgency.Standard, Triage.Assess(new TriageInput { Texts = ["дети голодные и грязные"] }).Urgency);
        Assert.Equal(Urgency.Urgent, Triage.Assess(new TriageInput { Texts = ["дети голодные и грязные", "брату 4 года"] }).Urgency);
        Assert.Equal(Urgency.Information, Triage.Assess(new TriageInput { Texts = ["брату 4 года"] }).Urgency);
    }

    [Theory]
    [InlineData("safe", Urgency.Information, null)]
    [InlineData("unsure", Urgency.Urgent, null)]
    [InlineData("not_safe", Urgency.Emergency, DangerForm.Attack)]
    [InlineData("danger", Urgency.Emergency, DangerForm.Attack)]
    [InlineData("danger_attack", Urgency.Emergency, DangerForm.Attack)]
    [InlineData("danger_body", Urgency.Emergency, DangerForm.Body)]
    [InlineData("danger_self", Urgency.Emergency, DangerForm.Self)]
    [InlineData("physical", Urgency.Urgent, null)]
    [InlineData("cyberbullying", Urgency.Standard, null)]
    [InlineData("question", Urgency.Information, null)]
    [InlineData("something_of_a_later_flow", Urgency.Information, null)]
    public void An_answer_counts_by_itself(string answer, Urgency urgency, DangerForm? danger)
    {
        var result = Triage.Assess(new TriageInput { Answers = new HashSet<string> { answer } });

        Assert.Equal(urgency, result.Urgency);
        Assert.Equal(danger, result.Danger);
        Assert.All(result.Reasons, reason => Assert.Equal("", reason.Quote));
    }

    [Fact]
    public void Being_safe_takes_nothing_away_from_what_is_written()
    {
        var result = Triage.Assess(new TriageInput { Texts = ["я не хочу жить"], Answers = new HashSet<string> { "safe" } });

        Assert.Equal(Urgency.Emergency, result.Urgency);
    }

    [Fact]
    public void Every_category_can_be_chosen()
    {
        foreach (var category in Enum.GetValues<Category>())
        {
            var result = Triage.Assess(new TriageInput { Answers = new HashSet<string> { CategoryCodes.Code(category) } });

            Assert.Equal([category], result.Categories);
        }
    }

    [Fact]
    public void A_recording_nobody_has_heard_is_Urgent_unless_words_go_with_it()
    {
        Assert.Equal(Urgency.Urgent, Triage.Assess(new TriageInput { HasUnheardMedia = true }).Urgency);
        Assert.Equal(Urgency.Urgent, Triage.Assess(new TriageInput { HasUnheardMedia = true, Texts = ["вот"] }).Urgency);
        Assert.Equal(
            Urgency.Standard,
            Triage.Assess(new TriageInput { HasUnheardMedia = true, Texts = ["одноклассники обзывают меня каждый день"] }).Urgency);
    }

    [Fact]
    public void A_report_with_a_question_is_not_a_question()
    {
        var result = Triage.Assess(new TriageInput { Texts = ["это анонимно?", "отец меня бьет"] });

        Assert.Equal([Category.Physical], result.Categories);
    }
}
