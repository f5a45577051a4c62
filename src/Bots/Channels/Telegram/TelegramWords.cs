using Senim.Bots.Conversation.Turns;
using Senim.Intake;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// What Telegram shows of the bot outside of the conversation. Neutral: somebody else may look at the phone.
/// </summary>
/// <param name="Description">Bot API, setMyDescription: 0-512 characters, shown in the empty chat.</param>
/// <param name="Past">What stands in a message of the bot that is too old to be deleted.</param>
/// <param name="Continue">The button that shows again what stood there.</param>
/// <param name="ShortDescription">Bot API, setMyShortDescription: 0-120 characters, shown on the profile.</param>
internal sealed record TelegramWords(
    string Description, string ShortDescription, string Past, string Continue, IReadOnlyList<(string Name, string Description)> Commands)
{
    /// <summary>Stands in the bot's message for what is not to stay there: the same line, and one button that brings it back.</summary>
    public static OutboundReply GoOn(Language language) => new()
    {
        State = "Past",
        Language = language,
        Text = For(language).Past,
        Choices = [[new ReplyChoice(RemovalNotice.Flow, "show", "again", For(language).Continue)]],
    };

    public static TelegramWords For(Language language) => language switch
    {
        Language.Kk => new(
            "Мұнда жазуға болады. Біз оқимыз. Бастау үшін төмендегі батырманы бас.",
            "Хабарлама қабылдаймыз.",
            "Жалғасы төменде.",
            "Жалғастыру",
            [("start", "Бастау"), ("language", "Тіл"), ("help", "Көмек"), ("hide", "Чатты тазалау"), ("cancel", "Тазалап шығу")]),
        Language.Ru => new(
            "Здесь можно написать. Мы прочитаем. Чтобы начать, нужно нажать кнопку внизу.",
            "Принимаем сообщения.",
            "Продолжение ниже.",
            "Продолжить",
            [("start", "Начать"), ("language", "Язык"), ("help", "Помощь"), ("hide", "Очистить чат"), ("cancel", "Очистить и выйти")]),
        Language.En => new(
            "You can write here. We will read it. Press the button below to begin.",
            "We take messages.",
            "Continued below.",
            "Continue",
            [("start", "Begin"), ("language", "Language"), ("help", "Help"), ("hide", "Clear the chat"), ("cancel", "Clear and leave")]),
    };
}
