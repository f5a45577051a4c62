using Senim.Intake.Likeness;

namespace Senim.Intake.Core.Tests.Likeness;

public sealed class StoriesOfOneMatter
{
    /// <summary>What others in the district tell in the same weeks, of the same kind.</summary>
    private static readonly string[] Others =
    [
        "В 12 школе меня бьют двое из параллельного класса, забирают деньги на обед",
        "Мектепте балалар мені күлкі қылады, дәптерімді жыртып тастады, мұғалім көрмейді",
        "Сосед каждый вечер пьёт и кричит на детей, младшая плачет за стеной",
        "Менің сіңлімді сыныптастары чатта мазақтайды, суретін таратты",
        "Отчим бьёт брата ремнём, мама молчит, он боится идти домой",
        "Дочку травят в классе, не разговаривают с ней, учительница говорит сами разберутся",
        "Ауылда бір бала мектепке бармайды, күні бойы мал бағады, әкесі жібермейді",
        "Одноклассники снимают меня на телефон в раздевалке и выкладывают",
    ];

    [Theory]
    [InlineData(
        "Мальчика Тимура из 7 Б у гаражей за 31 школой бьют трое старших, снимают на телефон",
        "За 31 школой у гаражей трое старшеклассников избивают семиклассника и снимают на телефон, мальчик из 7 Б")]
    [InlineData(
        "31 мектептің артындағы гаражда үш үлкен бала 7 сынып оқушысын ұрып, телефонға түсіреді",
        "31 мектеп артында гараждың қасында үлкен балалар 7 сыныптағы баланы ұрды, телефонға түсірді")]
    [InlineData(
        "За 31 школой у гаражей трое старшеклассников избивают семиклассника и снимают на телефон",
        "za 31 shkoloi u garazhei troe starsheklassnikov izbivaut semiklassnika, snimaut na telefon")]
    public void Are_found_though_two_people_tell_them(string one, string other) => Assert.True(Score(one, other) >= StemScores.Likely, $"{Score(one, other)}");

    [Fact]
    public void Are_not_taken_for_stories_of_the_same_kind()
    {
        foreach (var one in Others)
            Assert.All(Others.Where(other => other != one), other => Assert.True(Score(one, other) < StemScores.Likely, $"{Score(one, other)}"));
    }

    [Fact]
    public void Have_to_share_more_than_a_few_words()
    {
        Assert.Equal(0, Score("в школе бьют", "бьют в школе"));
        Assert.Equal(0, Score("", ""));
        Assert.Equal(100, Score(Others[0], Others[0]));
    }

    [Fact]
    public void Are_cut_to_what_the_forms_of_a_word_share()
    {
        Assert.Equal(Stems.Of(["гараждың гаражда"]), Stems.Of(["гараж"]));
        Assert.Equal(Stems.Of(["старшеклассники 7"]), Stems.Of(["starsheklassnikami, 7"]));
    }

    private static int Score(string one, string other)
    {
        var (own, others) = (Stems.Of([one]), Stems.Of([other]));
        return new StemScores([own, others, .. Others.Select(text => Stems.Of([text]))]).Of(own, others);
    }
}
