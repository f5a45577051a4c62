using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Senim.Intake;

namespace Senim.Desk.Texts;

/// <summary>The words of the desk in one language: one embedded file a language, the same keys in each.</summary>
internal sealed class DeskTexts
{
    private static readonly FrozenDictionary<Language, DeskTexts> ByLanguage =
        Languages.All.ToFrozenDictionary(language => language, language => new DeskTexts(language));

    private readonly FrozenDictionary<string, string> texts;

    private DeskTexts(Language language)
    {
        Language = language;
        var name = $"Senim.Desk.Texts.{language.Code()}.json";
        using var stream = typeof(DeskTexts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded file {name} is missing.");
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public Language Language { get; }

    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <exception cref="KeyNotFoundException">No such text: a bug, which the tests on key sets find.</exception>
    public string this[string key] => texts[key];

    public static DeskTexts In(Language language) => ByLanguage[language];

    public string Format(string key, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, texts[key], values);

    /// <summary>The words for a code that others define, or the code itself where it is newer than the words.</summary>
    public string OfCode(string group, string code) => texts.TryGetValue($"{group}.{code}", out var text) ? text : code;
}
