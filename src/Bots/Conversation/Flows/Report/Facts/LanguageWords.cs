using Senim.Intake;

namespace Senim.Bots.Conversation.Flows.Report.Facts;

/// <summary>A wish for another language ("можно по-русски?", "қазақша жазайық").</summary>
internal static class LanguageWords
{
    private const int MostWords = 4;
    private const int MostWordsAroundWish = 8;

    private static readonly (Language Language, string[] Words)[] Named =
    [
        (Language.Kk, ["казахск", "қазақ", "казакша", "qazaqsha", "kazakh"]),
        (Language.Ru, ["русск", "русс.", "орыс", "russian"]),
        (Language.En, ["английск", "ағылшын", "english"]),
    ];

    /// <summary>"по-русски", not "по русскому".</summary>
    private static readonly (Language Language, string First, string Second)[] Manners =
        [(Language.Kk, "по", "казахски"), (Language.Ru, "по", "русски"), (Language.En, "по", "английски"), (Language.En, "in", "english"), (Language.Ru, "in", "russian"), (Language.Kk, "in", "kazakh")];

    private static readonly string[] Wishes = ["по.", "на.", "давай", "можно", "in.", "please", "speak", "жаз", "бол", "сөйле", "ауыс"];

    public static Language? Wanted(Said said)
    {
        for (var i = 1; i < said.Count && said.Count <= MostWordsAroundWish; i++)
        {
            foreach (var (language, first, second) in Manners)
            {
                if (said.At(i - 1) == first && said.At(i) == second)
                    return language;
            }
        }

        if (said.Count is 0 or > MostWords || (said.Count > 1 && !said.Has(Wishes)))
            return null;
        foreach (var (language, words) in Named)
        {
            if (said.Has(words))
                return language;
        }

        return null;
    }
}
