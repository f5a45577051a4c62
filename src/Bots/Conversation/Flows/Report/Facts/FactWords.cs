using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report.Facts;

/// <summary>Answers that lie in words about something else: they need not be asked any more.</summary>
internal static class FactWords
{
    /// <summary>The doer stands at most so far from what is done.</summary>
    private const int Reach = 4;

    private static readonly string[] EachDay = ["каждый", "постоянно", "күнде", "күнделікті", "сайын", "every", "always"];

    private static readonly string[] Writing = ["пиш", "отвеча", "звони", "write", "reply", "text", "call"];
    private static readonly string[] DeniedWriting = ["жазбаңыз", "жазбаңдар", "хабарласпа"];

    /// <summary>Questions with the answers found to them.</summary>
    public static IEnumerable<(string Question, IReadOnlyList<string> Codes)> Find(Said said)
    {
        var age = Ages.Find(said);
        var writer = Writer(said, age);
        if (writer is not null)
            yield return (ForWhom, [writer]);

        // Of a child who writes about another one it is not their own age that is asked.
        if (age is { } told && (!told.IsOfWriter || writer == Me))
            yield return (Age, [AgeBand(told.Years)]);
        var doers = Doers(said);
        if (doers.Count > 0)
            yield return (Offender, doers);
        var harm = FindHarm(said, 0);
        if (harm >= 0 && WhenOf(said, harm) is { } when)
            yield return (When, [when]);
        if (harm >= 0 && said.Has(EachDay))
            yield return (Ongoing, [OngoingYes]);
        if (Recusals.Find(said) is { Count: > 0 } recused)
            yield return (Recuse, recused);
        else if (BarsWriting(said))
            yield return (Contact, [ContactNo]);
    }

    private static string? Writer(Said said, SaidAge? age)
    {
        if (age is { IsOfWriter: true, Years: >= 18 } || IsAdult(said))
            return Adult;
        if (age is not { IsOfWriter: true })
            return null;
        return said.Has(People.Friends) ? Friend : Me;
    }

    private static bool IsAdult(Said said)
    {
        for (var i = 0; i < said.Count; i++)
        {
            var word = said.At(i);
            if (Said.Is(word, People.OwnChildren) || Said.Is(word, People.CallingsOfKazakh))
                return true;
            if (IsMine(said.At(i - 1)) && Said.Is(word, People.ChildrenOfAdults))
                return true;
            if (said.At(i - 1) == "я" && Said.Is(word, People.Callings))
                return true;
            if (word is "a" or "the" && said.At(i - 1) is "am" or "im" && Said.Is(said.At(i + 1), People.Callings))
                return true;
        }

        return false;
    }

    private static bool IsMine(string word) => word is "my" or "мой" or "моя" or "мое" or "мои" or "моего" or "моей" or "мою" or "моих" or "моему" or "нашего" or "нашей";

    private static IReadOnlyList<string> Doers(Said said)
    {
        var doers = new List<string>();
        for (var verb = FindHarm(said, 0); verb >= 0; verb = FindHarm(said, verb + 1))
        {
            if (said.IsDenied(verb))
                continue;
            if (Doer(said, verb) is { } doer && !doers.Contains(doer))
                doers.Add(doer);
        }

        return doers;
    }

    private static string? Doer(Said said, int verb)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            int[] places = People.PutsDoerFirst(said.At(verb)) ? [verb - distance] : [verb - distance, verb + distance];
            foreach (var at in places)
            {
                if (!said.SameSentence(at, verb) || said.IsDenied(at))
                    continue;
                foreach (var (code, words) in People.Doers)
                {
                    if (Said.Is(said.At(at), words))
                        return code;
                }
            }
        }

        return null;
    }

    private static int FindHarm(Said said, int from)
    {
        for (var i = from; i < said.Count; i++)
        {
            if (Said.Is(said.At(i), People.Harms))
                return i;
        }

        return -1;
    }

    private static string? WhenOf(Said said, int harm)
    {
        for (var i = 0; i < said.Count; i++)
        {
            if (!said.SameSentence(i, harm) || said.IsDenied(harm))
                continue;
            if (said.At(i) is "сегодня" or "бүгін" or "today")
                return WhenToday;
            if (said.At(i) is "вчера" or "кеше" or "yesterday")
                return WhenWeek;
        }

        return null;
    }

    private static bool BarsWriting(Said said)
    {
        for (var i = 0; i < said.Count; i++)
        {
            if (Said.Is(said.At(i), DeniedWriting))
                return true;
            if (said.At(i) is "не" or "dont" && Said.Is(said.At(i + 1), Writing) && (said.EndsClause(i + 1) || said.At(i + 2) is "мне" or "сюда" or "обратно" or "me" or "back" or "here"))
                return true;
        }

        return false;
    }
}
