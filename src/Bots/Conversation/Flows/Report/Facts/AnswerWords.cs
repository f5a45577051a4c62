using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report.Facts;

/// <summary>What typed words answer to the question that stands open.</summary>
internal static class AnswerWords
{
    /// <summary>More words are a story.</summary>
    private const int MostWords = 12;

    private const int MostWordsOfWriter = 3;
    private const int MostWordsOfSelf = 2;

    private static readonly string[] Now = ["сейчас", "қазір", "now."];
    private static readonly string[] Today = ["сегодня", "бүгін", "today", "tonight"];
    private static readonly string[] Week = ["вчера", "позавчера", "недел", "недавн", "днях", "кеше", "апта", "жақында", "yesterday", "week", "recent"];
    private static readonly string[] Earlier =
        ["давно", "раньше", "месяц", "год", "лет.", "летом", "осен", "зим", "весн", "бұрын", "былтыр", "ай.", "жыл", "month", "year", "ago.", "earlier", "before", "long."];

    private static readonly string[] Yes = ["да.", "ага.", "продолж", "кажд", "постоян", "снова", "опять", "часто", "иә", "ия.", "жалғас", "күнде", "әлі", "жиі", "yes.", "still", "every", "often"];
    private static readonly string[] No = ["нет.", "закончил", "прекрат", "больше", "жоқ", "жок.", "бітті", "тоқта", "аяқталд", "no.", "over.", "stopped", "ended"];
    private static readonly string[] Self = ["я.", "мне.", "меня.", "мной.", "мною.", "себя.", "мен.", "мені.", "маған.", "өзім", "me.", "myself.", "i."];
    private static readonly string[] About = ["обо.", "про.", "туралы.", "about."];
    private static readonly string[] Adults = ["взросл", "18", "ересек", "adult", "parent", "родител"];

    private static readonly string[] Morning = ["утр", "таңерт", "morning"];
    private static readonly string[] Day = ["днем.", "обед", "күндіз", "түсте", "afternoon", "day.", "daytime"];
    private static readonly string[] Evening = ["вечер", "кеш", "evening", "night"];
    private static readonly string[] May = ["да.", "можно", "пиш", "ок.", "хорошо", "иә", "ия.", "болады", "жаз", "yes.", "ok.", "okay", "sure", "fine", "may."];
    private static readonly string[] MayNot = ["нет.", "не.", "нельзя", "жоқ", "жок.", "болмайды", "жазба", "no.", "not.", "dont.", "never"];
    private static readonly string[] Only = ["только", "тек.", "only"];

    /// <summary>The answers that the words give; null when they give none.</summary>
    public static IReadOnlyList<string>? Of(string question, Said said)
    {
        if (said.Count is 0 or > MostWords)
            return null;
        return question switch
        {
            ForWhom => One(WhoWrites(said)),
            When => One(First(said, (WhenToday, Today), (WhenWeek, Week), (WhenEarlier, Earlier), (WhenNow, Now))),
            Ongoing => One(First(said, (OngoingNo, No), (OngoingYes, Yes))),
            Age => One(Ages.First(said) is { } years ? AgeBand(years) : null),
            Offender => Several(Offenders(said)),
            Recuse => Several(Recusals.Named(said)),
            Contact => One(MayWrite(said)),
            _ => null,
        };
    }

    /// <summary>Those named, or those of whom it is said that it is not them.</summary>
    public static IReadOnlyList<string> Offenders(Said said, bool areDenied = false)
    {
        var named = new List<string>();
        for (var i = 0; i < said.Count; i++)
        {
            if (said.IsDenied(i) != areDenied)
                continue;
            foreach (var (code, words) in People.Named)
            {
                if (Said.Is(said.At(i), words) && !named.Contains(code))
                    named.Add(code);
            }
        }

        return named;
    }

    private static string? WhoWrites(Said said)
    {
        // "я" and "мне" stand in every story.
        if (said.Count > MostWordsOfWriter)
            return null;
        if (said.Has(Adults) || said.Has(People.OwnChildren) || said.Has(People.ChildrenOfAdults) || said.Has(People.CallingsOfKazakh))
            return Adult;
        if (said.Has(People.Friends))
            return Friend;
        return said.Has(Self) && (said.Count <= MostWordsOfSelf || said.Has(About)) ? Me : null;
    }

    /// <summary>Consent has to be plain: a denial that names no time instead is no.</summary>
    private static string? MayWrite(Said said)
    {
        var time = First(said, (ContactMorning, Morning), (ContactEvening, Evening), (ContactDay, Day));
        if (said.Has(MayNot))
            return time is not null && said.Has(Only) ? time : ContactNo;
        return time ?? (said.Has(May) ? ContactAny : null);
    }

    private static string? First(Said said, params ReadOnlySpan<(string Code, string[] Words)> answers)
    {
        foreach (var (code, words) in answers)
        {
            if (said.Has(words))
                return code;
        }

        return null;
    }

    private static IReadOnlyList<string>? One(string? code) => code is null ? null : [code];

    private static IReadOnlyList<string>? Several(IReadOnlyList<string> codes) => codes.Count == 0 ? null : codes;
}
