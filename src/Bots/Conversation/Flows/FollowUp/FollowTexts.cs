using System.Collections.Frozen;
using System.Text.Json;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>The words after the receipt: one embedded file a language. A key with <c>.child</c> or <c>.adult</c> stands for that reader.</summary>
internal static class FollowTexts
{
    private static readonly FrozenDictionary<string, string>[] ByLanguage = [.. Languages.All.Select(Load)];

    public static IReadOnlyCollection<string> Keys => ByLanguage[0].Keys;

    public static FrozenDictionary<string, string> All(Language language) => ByLanguage[(int)language];

    public static bool Has(string key) => ByLanguage[0].ContainsKey(key);

    public static string Get(Language language, string key) => ByLanguage[(int)language][key];

    public static string Get(Language language, string key, Voice voice)
    {
        var texts = ByLanguage[(int)language];
        return voice switch
        {
            Voice.Child => texts.GetValueOrDefault($"{key}.child"),
            Voice.Adult => texts.GetValueOrDefault($"{key}.adult"),
            _ => null,
        } ?? texts[key];
    }

    private static FrozenDictionary<string, string> Load(Language language)
    {
        using var stream = typeof(FollowTexts).Assembly.GetManifestResourceStream($"Texts.FollowUp.{language.Code()}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
