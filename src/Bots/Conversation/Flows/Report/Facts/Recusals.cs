using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report.Facts;

/// <summary>Finds who must not learn of it ("не говорите маме", "мектепке айтпаңыз").</summary>
internal static class Recusals
{
    /// <summary>Further words speak of something else.</summary>
    private const int Reach = 3;

    /// <summary>Whom it may be kept from, in any form.</summary>
    public static IReadOnlyList<(string Code, string[] Words)> Targets { get; } =
    [
        (NoFamily, ["мам", "пап", "родител", "семь", "отц", "отчим", "бабушк", "домашн", "анам", "шешем", "әкем", "отбас", "ата-ана", "үйдегі", "mom", "mum", "dad", "parent", "family", "mother", "father"]),
        (NoSchool, ["школ", "учител", "директор", "классн", "мектеп", "мұғалім", "school", "teacher"]),
        (NoPolice, ["полиц", "мент", "участков", "police", "cops"]),
        (NoDepartment, ["опек", "отдел", "акимат", "бөлім", "қорғаншы", "әкімдік", "department", "office"]),
    ];

    private static readonly string[] Tell = ["говор", "рассказ", "сообща", "звон", "скаж", "показыв", "tell.", "call.", "inform"];
    private static readonly string[] Learn = ["узна", "должн", "знал", "know", "find"];
    private static readonly string[] DeniedTelling = ["айтпа", "хабарлама.", "хабарламаң", "білмесін", "білмеу", "көрсетпе"];

    public static IReadOnlyList<string> Find(Said said)
    {
        var found = new List<string>();
        for (var i = 0; i < said.Count; i++)
        {
            var word = said.At(i);
            var isDenial = word is "не" or "dont" or "not" or "without";
            if (Said.Is(word, DeniedTelling))
                Add(said, i, -1, found);
            else if (isDenial && Said.Is(said.At(i + 1), Tell))
                Add(said, i + 1, 1, found);
            else if (word == "only" && said.At(i + 1) == "not")
                Add(said, i + 1, 1, found);
            else if (word == "только" && said.At(i + 1) == "не")
                Add(said, i + 1, 1, found);
            else if (isDenial && Said.Is(said.At(i + 1), Learn))
                Add(said, i, -1, found);
        }

        return found;
    }

    /// <summary>Those named in an answer to "who should not learn of this?".</summary>
    public static IReadOnlyList<string> Named(Said said) =>
        [.. Targets.Where(target => said.Has(target.Words)).Select(target => target.Code)];

    private static void Add(Said said, int from, int step, List<string> found)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            var at = from + (step * distance);
            if (!said.SameSentence(at, from))
                return;
            foreach (var (code, words) in Targets)
            {
                if (Said.Is(said.At(at), words) && !found.Contains(code))
                    found.Add(code);
            }
        }
    }
}
