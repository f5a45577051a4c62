using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Spool;

/// <summary>
/// What a reporter reads whose message is kept while the database is away: that it is here, and the numbers that fit what it says. Nobody
/// has read it yet and nothing else can be asked. Each fits two parts of an SMS (134 units).
/// </summary>
internal static class KeptWords
{
    private static readonly Dictionary<(Language, DangerForm?), string> Texts = new()
    {
        [(Language.Kk, null)] = "Хабарламаң жетті, оны адам оқиды. Қауіп болса: 112 немесе 102. Сөйлескің келсе: 111, кез келген уақытта.",
        [(Language.Kk, DangerForm.Attack)] = "Хабарламаң жетті. Қазір ең маңыздысы: 102 немесе 112-ге қоңырау шал. Тегін. Қауіпсіз жерге бар.",
        [(Language.Kk, DangerForm.Body)] = "Хабарламаң жетті. Қазір ең маңыздысы: 103 немесе 112-ге қоңырау шал. Қоңырау тегін.",
        [(Language.Kk, DangerForm.Self)] = "Хабарламаң жетті, айтқаның дұрыс. Жалғыз қалма: 111-ге қоңырау шал. Жара болса не дәрі ішсең: 103.",
        [(Language.Ru, null)] = "Сообщение пришло, его прочитает человек. Если опасно: 112 или 102. Поговорить: 111, в любое время.",
        [(Language.Ru, DangerForm.Attack)] = "Сообщение пришло. Сейчас главное: позвонить 102 или 112. Это бесплатно. Лучше уйти в безопасное место.",
        [(Language.Ru, DangerForm.Body)] = "Сообщение пришло. Сейчас главное: позвонить 103 или 112. Звонок бесплатный.",
        [(Language.Ru, DangerForm.Self)] = "Сообщение пришло. Хорошо, что это сказано. Не нужно быть с этим одному: 111. Если рана или таблетки: 103.",
        [(Language.En, null)] = "Your message is here. A person will read it. If there is danger: 112 or 102. To talk: 111, at any time.",
        [(Language.En, DangerForm.Attack)] = "Your message is here. The main thing now: call 102 or 112. It is free. Go to a safe place if you can.",
        [(Language.En, DangerForm.Body)] = "Your message is here. The main thing now: call 103 or 112. The call is free.",
        [(Language.En, DangerForm.Self)] = "Your message is here. It was right to say it. You need not be alone with it: call 111. A wound or pills: 103.",
    };

    public static IEnumerable<string> All => Texts.Values;

    public static OutboundReply Reply(Language language, DangerForm? danger) => new()
    {
        State = "Kept",
        Language = language,
        Text = Texts[(language, danger)],
        IsDangerHelp = true,
    };
}
