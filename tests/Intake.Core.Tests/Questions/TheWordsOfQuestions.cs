using Senim.Intake.Questions;
using Senim.Intake.Signals;

namespace Senim.Intake.Core.Tests.Questions;

public sealed class TheWordsOfQuestions
{
    /// <summary>Two UCS-2 parts.</summary>
    private const int MostSmsUnits = 134;

    [Fact]
    public void Are_the_same_in_number_and_different_in_each_language()
    {
        var keys = QuestionWording.All(Language.Kk).Keys.Order(StringComparer.Ordinal).ToList();
        Assert.All(Languages.All, language => Assert.Equal(keys, QuestionWording.All(language).Keys.Order(StringComparer.Ordinal)));
        Assert.All(keys.Where(key => key != "closing"), key => Assert.Equal(3, Languages.All.Select(language => QuestionWording.All(language)[key]).Distinct().Count()));
    }

    [Fact]
    public void Fit_into_two_parts_of_a_text_message()
    {
        foreach (var language in Languages.All)
        {
            foreach (var code in QuestionCodes.Ready.Append(QuestionCodes.Closing).Append(QuestionCodes.Raised))
                Assert.InRange(QuestionWording.Bubble(language, code, null, ChannelKind.Sms).Length, 1, MostSmsUnits);
            Assert.InRange(QuestionWording.Bubble(language, QuestionCodes.Own, new string('ж', QuestionWording.MostSmsChars), ChannelKind.Sms).Length, 1, MostSmsUnits);
        }
    }

    [Fact]
    public void Hold_the_question_and_the_answers_as_they_are_pressed()
    {
        Assert.Contains("Где {question}?", QuestionWording.Bubble(Language.Ru, QuestionCodes.Own, "Где {question}?", ChannelKind.Telegram), StringComparison.Ordinal);
        Assert.EndsWith("1 Да, безопасно\n2 Нет, опасно\n3 Не знаю\n4 Не отвечать", QuestionWording.Bubble(Language.Ru, QuestionCodes.Safe, null, ChannelKind.Sms), StringComparison.Ordinal);
    }
}
