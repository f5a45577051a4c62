using System.Collections.Frozen;
using System.Text.Json;
using Senim.Intake;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>The words of the report flow, from two embedded files per language: what is shown with buttons, and what is sent as SMS.</summary>
internal static class ReportTexts
{
    private static readonly FrozenDictionary<string, string>[] ByLanguage = [.. Languages.All.Select(Load)];

    public static IEnumerable<string> Keys => ByLanguage[0].Keys;

    public static string Get(Language language, string key) => ByLanguage[(int)language][key];

    /// <summary>The text with each {name} replaced by its value. Values are taken as they are: braces in them mean nothing.</summary>
    public static string Get(Language language, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = Get(language, key);
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
