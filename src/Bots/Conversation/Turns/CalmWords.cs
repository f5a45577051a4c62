using Senim.Intake;

namespace Senim.Bots.Conversation.Turns;

/// <summary>What a reporter reads when the service itself fails: in the language chosen, or in all three. Never an error.</summary>
public static class CalmWords
{
    private static readonly Dictionary<Language, string> Texts = new()
    {
        [Language.Kk] = "Хабарламаң келді, оны адам оқиды. Қазір қауіпті болса, 112-ге немесе 102-ге қоңырау шал. Сөйлескің келсе, 111 тәулік бойы ашық.",
        [Language.Ru] = "Сообщение пришло, его прочитает человек. Если сейчас опасно, звони 112 или 102. Поговорить можно по номеру 111 в любое время.",
        [Language.En] = "Your message has arrived, and a person will read it. If there is danger now, call 112 or 102. To talk to someone, call 111 at any time.",
    };

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
