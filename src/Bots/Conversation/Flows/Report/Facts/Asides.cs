namespace Senim.Bots.Conversation.Flows.Report.Facts;

/// <summary>
/// Short messages that tell nothing but want an answer of their own: a question back, an insult, a test. The words are kept like any others,
/// and the question that stood open is shown again.
/// </summary>
internal static class Asides
{
    private const int MostWords = 9;
    private const int MostWordsOfTest = 4;
    private const int MostWordsOfInsult = 6;

    private static readonly string[] Who = ["кто.", "кому.", "кім.", "кімге.", "who."];
    private static readonly string[] Read = ["прочит", "прочт", "чита", "увид", "видит", "видят", "смотр", "получ", "оқи", "көре", "read", "see", "sees", "gets"];
    private static readonly string[] Secret = ["секрет", "тайн", "аноним", "құпия", "secret", "anonym", "private", "confiden"];
    private static readonly string[] Tell = ["расскаж", "скаж", "узна", "сообщ", "позвон", "айтасы", "айтады", "біледі", "біліп", "білмей", "хабарла", "tell", "know", "call", "find"];
    private static readonly string[] Machine = ["робот", "бот.", "человек", "программ", "живой", "нейро", "адам", "робот", "robot", "bot.", "human", "person", "real.", "ai."];
    private static readonly string[] You = ["ты.", "вы.", "это.", "тут.", "здесь.", "сен.", "сіз.", "бұл.", "мұнда.", "адамсың.", "адамсыз.", "you.", "this.", "it.", "here.", "there.", "u."];
    private static readonly string[] What = ["что.", "че.", "чо.", "как.", "не.", "қалай", "what.", "how."];
    private static readonly string[] Next = ["будет", "дальше", "потом", "сделае", "поможе", "болады", "кейін", "істейсі", "көмектесе", "happen", "next", "do."];
    private static readonly string[] Particles = ["ма.", "ме.", "ба.", "бе.", "па.", "пе."];

    private static readonly string[] Tests = ["тест.", "тестирую", "проверк", "проверя", "прикол", "шутк", "шучу", "test.", "testing", "joke", "joking", "сынақ", "тексер", "қалжың", "әзіл"];

    private static readonly string[] Insults =
        ["дурак", "дура.", "дебил", "идиот", "тупой", "тупая", "тупые", "тупо", "урод", "козел", "козл", "хуй", "хуе", "нахуй", "пизд", "бля", "сука.", "суки.", "ебан", "ебал", "пошел.", "пошла.", "пошли.", "отвали", "отстань",
            "заткни", "ақымақ", "есек", "жынды", "боқ", "қотақ", "сволоч", "stupid", "idiot", "dumb", "fuck", "shit", "bitch", "moron", "sucks"];

    private static readonly string[] AtUs =
        ["ты.", "вы.", "тебя.", "вас.", "иди.", "идите.", "пошел.", "пошла.", "пошли.", "отвали", "отстань", "заткни", "бот.", "сен.", "сіз.", "сендер", "кет.", "you.", "u.", "bot.", "off.", "fuck"];

    /// <summary>Key of the text that answers it; null for all other messages.</summary>
    public static string? Of(Said said)
    {
        if (said.Count is 0 or > MostWords)
            return null;
        if (Question(said) is { } answer)
            return answer;
        if (said.Count <= MostWordsOfTest && said.Has(Tests))
            return "note.test";
        return said.Count <= MostWordsOfInsult && said.Has(Insults) && (said.Count <= 2 || said.Has(AtUs)) ? "note.insult" : null;
    }

    private static string? Question(Said said)
    {
        var asks = said.Asks || Said.Is(said.At(said.Count - 1), Particles);
        if (said.Has(Who) && said.Has(Read))
            return "note.who_reads";
        if (!asks)
            return null;
        if (said.Has(Machine) && (said.Has(You) || said.Count <= 2 || said.At(said.Count - 2).StartsWith("адамсы", StringComparison.Ordinal)))
            return "note.robot";
        if (said.Has(Secret) || said.Has(Tell))
            return "note.secret";
        return said.Has(What) && said.Has(Next) ? "note.what_next" : null;
    }
}
