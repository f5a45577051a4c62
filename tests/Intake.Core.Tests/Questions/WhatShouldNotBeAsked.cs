using Senim.Intake.Questions;

namespace Senim.Intake.Core.Tests.Questions;

public sealed class WhatShouldNotBeAsked
{
    [Theory]
    [InlineData("Почему ты не сказал маме?", QuestionHint.Why)]
    [InlineData("Неге мұғалімге айтпадың?", QuestionHint.Why)]
    [InlineData("Why did you not tell anyone?", QuestionHint.Why)]
    [InlineData("Расскажи подробнее, что было в спортзале.", QuestionHint.Details)]
    [InlineData("Ол нақты не істеді?", QuestionHint.Details)]
    [InlineData("What exactly did he do?", QuestionHint.Details)]
    [InlineData("Пришли фото, пожалуйста.", QuestionHint.Details)]
    [InlineData("Как тебя зовут?", QuestionHint.Names)]
    [InlineData("Атың кім?", QuestionHint.Names)]
    [InlineData("What is your name?", QuestionHint.Names)]
    [InlineData("Где ты живёшь?", QuestionHint.Names)]
    [InlineData("А ты сам виноват?", QuestionHint.Blame)]
    [InlineData("Рас па?", QuestionHint.Blame)]
    [InlineData("What did you do before that?", QuestionHint.Blame)]
    [InlineData("Приходи один после уроков.", QuestionHint.Alone)]
    [InlineData("Жалғыз келсең бола ма?", QuestionHint.Alone)]
    [InlineData("Let's meet, and don't tell anyone.", QuestionHint.Alone)]
    public void It_is_named(string text, QuestionHint hint) => Assert.Contains(hint, QuestionHints.Find(text));

    [Theory]
    [InlineData("Сейчас безопасно?")]
    [InlineData("Кому из взрослых можно доверять?")]
    [InlineData("Удобнее, чтобы мы пришли утром или днём?")]
    [InlineData("Жаныңда сенімді ересек бар ма?")]
    [InlineData("Қай уақытта жазған ыңғайлы?")]
    [InlineData("Is there an adult you trust near you?")]
    [InlineData("Is it going on this week?")]
    [InlineData("")]
    public void What_may_be_asked_is_not(string text) => Assert.Empty(QuestionHints.Find(text));

    [Fact]
    public void The_ready_questions_ask_none_of_it()
    {
        foreach (var language in Languages.All)
            Assert.All(QuestionCodes.Ready, code => Assert.Empty(QuestionHints.Find(QuestionWording.Question(language, code, null))));
    }

    [Fact]
    public void Each_kind_is_known_in_each_language()
    {
        using var stream = typeof(QuestionHints).Assembly.GetManifestResourceStream("Questions.hints.tsv")!;
        var known = new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToList();
        Assert.All(known, line => Assert.Equal(3, line.Length));
        Assert.Equal(15, known.Select(line => (line[0], line[1])).Distinct().Count());
        Assert.All(known, line => Assert.Contains(Enum.Parse<QuestionHint>(line[0]), QuestionHints.Find(line[2].Replace("*", "", StringComparison.Ordinal))));
    }
}
