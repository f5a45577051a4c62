using Senim.Intake;

namespace Senim.Bots.Conversation.Turns;

/// <summary>What a reporter reads when the service itself fails: in the language chosen, or in all three. Never an error.</summary>
public static class CalmWords
{
    private static readonly Dictionary<Language, string> Texts = new()
    {
        [Language.Kk] = "Хабарламаң жетті, оны адам оқиды. Қазір қауіпті болса, 112-ге немесе 102-ге қоңырау шал. Сөйлескің келсе, 111-ге кез келген уақытта қоңырау шал.",
        [Language.Ru] = "Сообщение пришло, его прочитает человек. Если сейчас опасно, нужно звонить 112 или 102. Поговорить можно по номеру 111 в любое время.",
        [Language.En] = "Your message has arrived, and a person will read it. If there is danger now, call 112 or 102. To talk to someone, call 111 at any time.",
    };

    private static readonly Dictionary<Language, string> NotSent = new()
    {
        [Language.Kk] = "Хабарлама әлі жіберілген жоқ. Сәл күтіп, қайта жібер. Қазір қауіпті болса, 112-ге немесе 102-ге қоңырау шал. 111 кез келген уақытта жауап береді.",
        [Language.Ru] = "Сообщение пока не отправлено. Можно чуть подождать и отправить снова. Если сейчас опасно, нужно звонить 112 или 102. Номер 111 отвечает в любое время.",
        [Language.En] = "Your message has not been sent yet. Please wait a little and send it again. If there is danger now, call 112 or 102. 111 answers at any time.",
    };

    /// <summary>In all three languages: the message did not arrive, nothing was stored.</summary>
    public static string Unsent() => string.Join("\n\n", Languages.All.Select(each => NotSent[each]));

    public static string Text(Language? language) => language is { } known
        ? Texts[known]
        : string.Join("\n\n", Languages.All.Select(each => Texts[each]));

    public static OutboundReply Reply(Language? language) => new()
    {
        State = "Calm",
        Language = language ?? Language.Kk,
        Text = Text(language),
        IsDangerHelp = true,
    };
}
