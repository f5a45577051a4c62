using Senim.Intake;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// What Telegram shows of the bot outside of the conversation. Neutral: somebody else may look at the phone.
/// </summary>
/// <param name="Description">Bot API, setMyDescription: 0-512 characters, shown in the empty chat.</param>
/// <param name="ShortDescription">Bot API, setMyShortDescription: 0-120 characters, shown on the profile.</param>
internal sealed record TelegramWords(
    string Description, string ShortDescription, IReadOnlyList<(string Name, string Description)> Commands)
{
    public static TelegramWords For(Language language) => language switch
    {
        Language.Kk => new(
            "Мұнда жазуға болады. Біз оқимыз. Бастау үшін төмендегі батырманы бас.",
            "Хабарлама қабылдаймыз.",
            [("start", "Бастау"), ("language", "Тіл"), ("help", "Көмек"), ("hide", "Тазалау"), ("cancel", "Аяқтау")]),
        Language.Ru => new(
            "Здесь можно написать. Мы прочитаем. Для начала есть кнопка внизу.",
            "Принимаем сообщения.",
            [("start", "Начать"), ("language", "Язык"), ("help", "Помощь"), ("hide", "Очистить"), ("cancel", "Закончить")]),
        Language.En => new(
            "You can write here. We will read it. Press the button below to begin.",
            "We take messages.",
            [("start", "Begin"), ("language", "Language"), ("help", "Help"), ("hide", "Clear"), ("cancel", "Finish")]),
    };
}
