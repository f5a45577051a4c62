using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Senim.Intake.Signals;

namespace Senim.Intake.Questions;

/// <summary>
/// A question as the reporter sees it. It lies here because two sides show the same words: the chat, and the desk before they are sent.
/// </summary>
public static class QuestionWording
{
    /// <summary>Characters of an officer's own words, where the reporter reads on a screen.</summary>
    public const int MostChars = 300;

    /// <summary>The same for a reporter over SMS: with what stands around them they fill two UCS-2 parts (134 UTF-16 units).</summary>
    public const int MostSmsChars = 90;

    private static readonly FrozenDictionary<string, string>[] Texts = [.. Languages.All.Select(Load)];

    /// <summary>Characters of own words on that channel.</summary>
    public static int MostCharsOn(ChannelKind channel) => channel == ChannelKind.Sms ? MostSmsChars : MostChars;

    /// <summary>The question alone.</summary>
    public static string Question(Language language, string code, string? text) => text ?? Get(language, code);

    /// <summary>The words on a button.</summary>
    public static string Answer(Language language, string code, string answer) => Get(language, $"{code}.{answer}");

    /// <summary>The words on the button that passes over a question, or puts news away.</summary>
    public static string Skip(Language language, string code) => Get(language, code == QuestionCodes.Raised ? "skip.raised" : "skip");

    /// <summary>All that the reporter reads, but for the buttons; over SMS with the numbers that stand for them.</summary>
    public static string Bubble(Language language, string code, string? text, ChannelKind channel)
    {
        var question = Question(language, code, text);
        if (channel != ChannelKind.Sms)
            return Get(language, QuestionCodes.IsOfService(code) ? "closing" : "bubble").Replace("{question}", question, StringComparison.Ordinal);
        var answers = QuestionCodes.AnswersTo(code).Select(answer => Answer(language, code, answer)).Append(Skip(language, code));
        return string.Join('\n', [Sms(language, code, question), .. answers.Select((answer, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {answer}"))]);
    }

    internal static IReadOnlyDictionary<string, string> All(Language language) => Texts[(int)language];

    private static string Sms(Language language, string code, string question) =>
        QuestionCodes.IsOfService(code) ? question : Get(language, "bubble.sms").Replace("{question}", question, StringComparison.Ordinal);

    private static string Get(Language language, string key) => Texts[(int)language][key];

    private static FrozenDictionary<string, string> Load(Language language)
    {
        using var stream = typeof(QuestionWording).Assembly.GetManifestResourceStream($"Questions.{language.Code()}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
