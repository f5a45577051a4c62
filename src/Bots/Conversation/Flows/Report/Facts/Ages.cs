using System.Globalization;

namespace Senim.Bots.Conversation.Flows.Report.Facts;

/// <summary>An age that was said.</summary>
/// <param name="Years">In years.</param>
/// <param name="IsOfWriter">"Мне 9": the writer's own.</param>
internal readonly record struct SaidAge(int Years, bool IsOfWriter);

/// <summary>Finds an age in words, and tells it from "two years ago" and "for three years".</summary>
internal static class Ages
{
    private const int MostYears = 99;

    /// <summary>"Мне уже 2 года страшно" is no age.</summary>
    private const int FewestOfWriter = 4;

    private static readonly string[] Writer = ["мне.", "маған.", "менің.", "жасым.", "im.", "мен."];
    private static readonly string[] Others =
    [
        "ему.", "ей.", "ребенку.", "сыну.", "дочке.", "дочери.", "девочке.", "мальчику.", "брату.", "братику.", "братишке.", "сестре.", "сестренке.", "подруге.", "другу.", "внуку.", "внучке.", "ученику.",
        "ученице.", "племяннику.", "племяннице.", "девочка.", "мальчик.", "ребенок.", "дочь.", "дочка.", "сын.", "оған.", "балаға.", "hes.", "shes.", "aged.", "boy.", "girl.",
    ];

    private static readonly string[] Between = ["всего.", "уже.", "сейчас.", "только.", "исполнилось.", "скоро.", "почти.", "около.", "где.", "то.", "бар.", "қазір.", "only.", "just.", "about."];
    private static readonly string[] Years = ["лет.", "год.", "года.", "годик", "годов.", "years.", "year.", "yo.", "yrs.", "y."];
    private static readonly string[] AgeItself = ["летн", "жас", "жыл"];
    private static readonly string[] NoAge = ["назад.", "подряд.", "ago.", "бұрын.", "бойы.", "now."];

    private static readonly string[][] Numbers =
    [
        ["три.", "үш.", "three."], ["четыре.", "төрт.", "four."], ["пять.", "бес.", "five."], ["шесть.", "алты.", "six."], ["семь.", "жеті.", "seven."],
        ["восемь.", "сегіз.", "eight."], ["девять.", "тоғыз.", "nine."], ["десять.", "он.", "ten."], ["одиннадцать.", "eleven."], ["двенадцать.", "twelve."],
        ["тринадцать.", "thirteen."], ["четырнадцать.", "fourteen."], ["пятнадцать.", "fifteen."], ["шестнадцать.", "sixteen."], ["семнадцать.", "seventeen."],
    ];

    public static SaidAge? Find(Said said)
    {
        for (var i = 0; i < said.Count; i++)
        {
            if (Number(said, i) is { } number && Read(said, i, number.Years, number.Last) is { } age)
                return age;
        }

        return null;
    }

    /// <summary>The first number of a message that answers "how old?".</summary>
    public static int? First(Said said)
    {
        for (var i = 0; i < said.Count; i++)
        {
            if (Number(said, i) is { } number)
                return number.Years;
        }

        return null;
    }

    private static SaidAge? Read(Said said, int first, int years, int last)
    {
        var next = said.At(last + 1);
        if (Said.Is(said.At(last + 2), NoAge) || Said.Is(next, NoAge))
            return null;
        var before = first - 1;
        while (before >= 0 && Said.Is(said.At(before), Between))
            before--;
        var person = said.SameSentence(before, first) ? said.At(before) : "";
        var isOfWriter = (Said.Is(person, Writer) || (person == "am" && said.At(before - 1) == "i")) && years >= FewestOfWriter;
        if (next.EndsWith("жастамын", StringComparison.Ordinal))
            return new SaidAge(years, true);
        if (Said.Is(next, AgeItself))
            return next.StartsWith("жыл", StringComparison.Ordinal) ? null : new SaidAge(years, isOfWriter);
        if (Said.Is(next, Years))
        {
            var isOld = said.At(last + 2) == "old";
            return isOfWriter || Said.Is(person, Others) || isOld || (person == "is" && years >= FewestOfWriter) ? new SaidAge(years, isOfWriter) : null;
        }

        // "мне 9, бьёт отчим"; "жасым 9-да"
        if ((said.EndsClause(last) || next is "да" or "де" or "та" or "те" or "and") && (isOfWriter || (Said.Is(person, Others) && years >= FewestOfWriter)))
            return new SaidAge(years, isOfWriter);
        return null;
    }

    private static (int Years, int Last)? Number(Said said, int index)
    {
        var word = said.At(index);
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number is > 0 and <= MostYears ? (number, index) : null;
        word = Bare(word);
        var found = Array.FindIndex(Numbers, forms => Said.Is(word, forms));
        if (found < 0)
            return null;
        var years = found + 3;

        // "он бір" is eleven in Kazakh; "он" alone is "he" in Russian.
        if (word != "он")
            return (years, index);
        return KazakhUnit(said.At(index + 1)) is { } unit ? (years + unit, index + 1) : Said.Is(said.At(index + 1), AgeItself) ? (years, index) : null;
    }

    /// <summary>Without the ending of "тоғызда", "он екіге".</summary>
    private static string Bare(string word) =>
        word.Length > 4 && word[^2..] is "да" or "де" or "та" or "те" or "ға" or "ге" or "қа" or "ке" ? word[..^2] : word;

    private static int? KazakhUnit(string word) => Bare(word) switch
    {
        "бір" => 1,
        "екі" => 2,
        "үш" => 3,
        "төрт" => 4,
        "бес" => 5,
        "алты" => 6,
        "жеті" => 7,
        _ => null,
    };
}
