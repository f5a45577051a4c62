using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Senim.Intake;
using Senim.Intake.Triage;

namespace Senim.Routing.Alerts.Sending;

/// <summary>The words of alerts in one language: that a case waits and where, never what it says. One embedded file a language.</summary>
internal sealed class AlertTexts
{
    private static readonly FrozenDictionary<Language, AlertTexts> ByLanguage = Languages.All.ToFrozenDictionary(language => language, language => new AlertTexts(language));

    private readonly FrozenDictionary<string, string> texts;

    private AlertTexts(Language language)
    {
        using var stream = typeof(AlertTexts).Assembly.GetManifestResourceStream($"Texts.Alerts.{language.Code()}.json")
            ?? throw new InvalidOperationException($"The texts of alerts in {language} are missing.");
        texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <exception cref="KeyNotFoundException">No such text: a bug, which the tests on key sets find.</exception>
    public string this[string key] => texts[key];

    public static AlertTexts In(Language language) => ByLanguage[language];

    public string Format(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, texts[key], values);

    /// <summary>One line: what has happened.</summary>
    public string Title(AlertMessage message) => Title(message.Kind, message.Urgency);

    public string Title(AlertKind kind, Urgency urgency) => Format($"title.{kind}", this[$"urgency.{urgency}"]);

    /// <summary>Title, reference, link and alert id, a line each, and what else is to be said.</summary>
    public string Body(AlertMessage message, string? last = null)
    {
        var lines = new List<string> { Title(message) };
        if (message.Reference is { } reference)
            lines.Add(Format("case", reference));
        if (last is not null)
            lines.Add(last);
        lines.Add(message.Link.ToString());
        lines.Add(Format(message.Kind == AlertKind.Test ? "code" : "alert", message.AlertId));
        return string.Join('\n', lines);
    }
}
