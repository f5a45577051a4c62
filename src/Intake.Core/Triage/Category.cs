namespace Senim.Intake.Triage;

/// <summary>What a signal is about. Several may hold.</summary>
public enum Category
{
    Physical,
    Sexual,
    Psychological,
    Neglect,
    Bullying,
    Cyberbullying,
    Exploitation,
    SelfHarm,
    Missing,
    Witness,
    Conditions,
    HarmfulPractice,
    Other,
    Question,
    Test,
}

/// <summary>The codes by which categories are stored, sent and chosen.</summary>
public static class CategoryCodes
{
    private static readonly Dictionary<string, Category> ByCode =
        Enum.GetValues<Category>().ToDictionary(Code, StringComparer.Ordinal);

    public static string Code(Category category) => category switch
    {
        Category.HarmfulPractice => "harmful_practice",
        _ => category.ToString().ToLowerInvariant(),
    };

    public static bool TryParse(string? code, out Category category) => ByCode.TryGetValue(code ?? "", out category);
}
