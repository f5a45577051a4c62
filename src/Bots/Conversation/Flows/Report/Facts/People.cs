using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report.Facts;

/// <summary>Words for people, and for what is done: a stem stands for all words that begin with it, one with a full stop for itself alone.</summary>
internal static class People
{
    /// <summary>In the form of the one who does it ("отчим", not "отчима").</summary>
    public static IReadOnlyList<(string Code, string[] Words)> Doers { get; } =
    [
        (ByParent, ["отчим.", "папа.", "отец.", "батя.", "папаша.", "мама.", "мать.", "мачеха.", "родители.", "әкем.", "әкесі.", "әке.", "папам.", "анам.", "анасы.", "шешем.", "шешесі.", "шеше.", "мамам.", "мамасы.", "dad.", "daddy.", "father.", "stepdad.", "stepfather.", "mom.", "mum.", "mother.", "stepmom.", "stepmum.", "stepmother.", "parents."]),
        (ByRelative, ["дядя.", "тетя.", "дед.", "дедушка.", "бабушка.", "брат.", "сестра.", "родственник.", "ағам.", "көкем.", "атам.", "әжем.", "апам.", "нағашым.", "жездем.", "туысым.", "uncle.", "aunt.", "grandpa.", "grandfather.", "grandma.", "grandmother.", "brother.", "sister.", "cousin."]),
        (ByTeacher, ["учитель.", "учительница.", "училка.", "физрук.", "тренер.", "воспитатель.", "воспитательница.", "преподаватель.", "директор.", "завуч.", "мұғалім.", "мұғалімім.", "апай.", "ағай.", "жаттықтырушы.", "жаттықтырушым.", "тәрбиеші.", "teacher.", "coach.", "headmaster."]),
        (ByPeer, ["одноклассник.", "одноклассники.", "одноклассница.", "одноклассницы.", "старшеклассники.", "пацаны.", "мальчики.", "девочки.", "девчонки.", "ребята.", "дети.", "сыныптасым.", "сыныптастарым.", "сыныптастар.", "сыныптағылар.", "балалар.", "classmate.", "classmates.", "boys.", "girls.", "kids."]),
        (ByAdult, ["сосед.", "соседка.", "көршім.", "көрші.", "neighbour.", "neighbor."]),
        (ByStranger, ["незнакомец.", "stranger."]),
    ];

    /// <summary>In any form, where "who does it?" was asked.</summary>
    public static IReadOnlyList<(string Code, string[] Words)> Named { get; } =
    [
        (ByParent, ["отчим", "пап", "отец.", "отц", "бат", "мам", "мать.", "матер", "мачех", "родител", "әке", "анам", "анасы", "шеше", "ата-ана", "dad", "father", "step", "mom", "mum", "mother", "parent"]),
        (ByRelative, ["дяд", "тет", "дед", "бабуш", "бабк", "брат", "сестр", "родствен", "дальн", "аға", "көке", "атам", "әже", "апам", "нағашы", "жезде", "туыс", "іні", "uncle", "aunt", "grand", "brother", "sister", "cousin", "relative"]),
        (ByTeacher, ["учител", "училк", "классн", "физрук", "тренер", "воспитател", "преподават", "директор", "завуч", "мұғалім", "апай", "ағай", "жаттықтыр", "тәрбиеші", "teacher", "coach", "head"]),
        (ByPeer, ["одноклас", "старшеклас", "пацан", "мальчи", "девоч", "девчон", "ребят", "дети.", "сыныптас", "балалар", "ұлдар", "қыздар", "classmate", "boy", "girl", "kid"]),
        (ByAdult, ["сосед", "взросл", "мужчин", "мужик", "женщин", "көрші", "ересек", "neighbo", "adult"]),
        (ByStranger, ["незнаком", "чужой.", "прохож", "бейтаныс", "stranger"]),
        (ByOnline, ["интернет", "онлайн", "инстаграм", "телеграм", "ватсап", "тикток", "чате.", "желіде", "online", "internet", "instagram", "tiktok"]),
    ];

    /// <summary>What is done to someone.</summary>
    public static IReadOnlyList<string> Harms { get; } =
    [
        "бьет", "бьют", "бил.", "била.", "били.", "избил", "избива", "ударил", "ударя", "толка", "трога", "пристае", "пристава", "оскорбля", "обзыва", "унижа", "орет.", "кричит", "угрожа",
        "издева", "дразн", "травят", "травит", "насил", "лапа", "щипа", "пинае", "пинаю", "шантаж", "заставля", "запира", "выгоня", "мучае", "мучаю", "домога", "обижа",
        "ұрады", "ұрды", "ұрып", "соғады", "соққы", "сабайды", "сабады", "тебеді", "қорлайды", "қорқытады", "мазақтайды", "жәбірлейді", "айқайлайды", "тиіседі", "мәжбүрлейді", "ренжітеді",
        "hit", "beat", "punch", "kick", "slap", "touches", "touched", "threat", "bull", "insult", "yells", "shouts", "hurts", "blackmail", "locks", "teas",
    ];

    /// <summary>The verbs before which the doer stands; Russian has both orders.</summary>
    public static bool PutsDoerFirst(string verb) => char.IsAsciiLetter(verb[0]) || Said.Is(verb, KazakhHarms);

    public static IReadOnlyList<string> Friends { get; } =
    [
        "друг", "подруг", "одноклассник", "одноклассниц", "братик", "брата.", "сестр", "мальчик", "девочк",
        "досым", "құрбым", "сыныптасым", "бауырым", "інім", "сіңлім", "қарындасым", "friend", "classmate", "brother", "sister",
    ];

    /// <summary>Of whom only an adult speaks.</summary>
    public static IReadOnlyList<string> OwnChildren { get; } =
        ["балам", "қызым", "ұлым", "немерем", "шәкіртім", "оқушым"];

    public static IReadOnlyList<string> ChildrenOfAdults { get; } =
        ["сын", "доч", "внук", "внуч", "ребен", "ученик", "учениц", "son.", "sons.", "daughter", "grandson", "granddaughter", "child.", "pupil", "student"];

    public static IReadOnlyList<string> Callings { get; } =
        ["сосед", "учител", "педагог", "воспитател", "врач", "психолог", "мать.", "отец.", "бабушка.", "тетя.", "мама.", "папа.", "teacher", "neighbo", "mother", "father", "parent", "doctor", "psychologist"];

    public static IReadOnlyList<string> CallingsOfKazakh { get; } = ["көршімін", "мұғаліммін", "анасымын", "әкесімін", "әжесімін", "тәтесімін", "психологпын", "дәрігермін"];

    private static readonly string[] KazakhHarms =
        ["ұрады", "ұрды", "ұрып", "соғады", "соққы", "сабайды", "сабады", "тебеді", "қорлайды", "қорқытады", "мазақтайды", "жәбірлейді", "айқайлайды", "тиіседі", "мәжбүрлейді", "ренжітеді"];
}
