using System.Collections.Frozen;
using System.Text.Json;
using Senim.Intake;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>The words of the report flow, from two embedded files per language: what is shown with buttons, and what is sent as SMS.</summary>
internal static class ReportTexts
{
    private static readonly FrozenDictionary<string, string>[] ByLanguage = [.. Languages.All.Select(Load)];

    /// <summary>The same as each is addressed, by language and by <see cref="Addressed"/>.</summary>
    private static readonly FrozenDictionary<string, string>[][] ByTone = [.. ByLanguage.Select(texts => Enum.GetValues<Addressed>().Select(who => Spoken(texts, who)).ToArray())];

    /// <summary>Keys of all texts, variants among them.</summary>
    public static IEnumerable<string> Keys => ByLanguage.SelectMany(texts => texts.Keys).Distinct();

    public static string Get(Tone tone, string key) => ByTone[(int)tone.Language][(int)tone.Who][key];

    /// <summary>Null where there is no such text.</summary>
    public static string? Find(Tone tone, string key) => ByTone[(int)tone.Language][(int)tone.Who].GetValueOrDefault(key);

    /// <summary>The text with each {name} replaced by its value. Values are taken as they are: braces in them mean nothing.</summary>
    public static string Get(Tone tone, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = Get(tone, key);
        var filled = new System.Text.StringBuilder(text.Length + 64);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '{' ? text.IndexOf('}', i) : -1;
            if (end < 0)
            {
                filled.Append(text[i]);
                continue;
            }

            filled.Append(Value(text.AsSpan(i + 1, end - i - 1), values));
            i = end;
        }

        return filled.ToString();
    }

    public static FrozenDictionary<string, string> All(Language language) => ByLanguage[(int)language];

    /// <summary>
    /// The key of the text that a text is a variant of: <c>.me</c> and <c>.friend</c> for a child who writes about itself or another,
    /// <c>.child</c> for both, <c>.adult</c> for an adult. Null for one that is no variant.
    /// </summary>
    public static string? VariantOf(string key, IEnumerable<string> keys)
    {
        var ending = key.LastIndexOf('.');
        return ending > 0 && key[ending..] is ".me" or ".friend" or ".child" or ".adult" && keys.Contains(key[..ending]) ? key[..ending] : null;
    }

    private static FrozenDictionary<string, string> Spoken(FrozenDictionary<string, string> texts, Addressed who)
    {
        string[] endings = who switch
        {
            Addressed.Nobody => [],
            Addressed.Child => [".me", ".child"],
            Addressed.Friend => [".friend", ".child"],
            Addressed.Adult => [".adult"],
        };
        return texts.Where(text => VariantOf(text.Key, texts.Keys) is null).ToFrozenDictionary(
            text => text.Key,
            text => endings.Select(ending => texts.GetValueOrDefault(text.Key + ending)).FirstOrDefault(variant => variant is not null) ?? text.Value,
            StringComparer.Ordinal);
    }

    private static string Value(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (known, value) in values)
        {
            if (name.SequenceEqual(known))
                return value;
        }

        return "";
    }

    private static FrozenDictionary<string, string> Load(Language language) =>
        Read($"{language.Code()}.json").Concat(Read($"sms-{language.Code()}.json")).ToFrozenDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> Read(string file)
    {
        using var stream = typeof(ReportTexts).Assembly.GetManifestResourceStream($"Texts.Report.{file}")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
