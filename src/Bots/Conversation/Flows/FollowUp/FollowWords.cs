using System.Collections.Frozen;
using Senim.Bots.Conversation.Flows.Report;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>Whole messages that stand for a button after the receipt. Inside a sentence the same words are part of what is said.</summary>
internal static class FollowWords
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string[]>
    {
        [FollowCodes.Status] = ["status", "статус", "жағдай", "жагдай", "мәртебе", "что с моим сообщением", "что нового", "не болды", "what happened"],
        [FollowCodes.Show] = ["show", "показать", "прочитать", "читать", "көрсет", "оқу", "read"],
        [FollowCodes.Code] = ["code", "код"],
        [FollowCodes.Back] = ["back", "назад", "артқа"],
        [FollowCodes.Yes] = ["yes", "да", "ага", "иә", "ия"],
        [FollowCodes.Later] = ["no", "нет", "не сейчас", "жоқ", "жок", "қазір емес", "not now"],
        [FollowCodes.Unsure] = ["not sure", "i dont know", "dont know", "не знаю", "хз", "білмеймін", "билмеймин"],
        [FollowCodes.Skip] = ["skip", "пропустить", "не отвечать", "өткізу", "жауап бермеу", "rather not answer"],
    }.SelectMany(pair => pair.Value.Select(word => (word, pair.Key))).ToFrozenDictionary(pair => pair.word, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The code of what the whole message asks for; null for anything else.</summary>
    public static string? Read(string text) =>
        text.Length > ReportPhrases.MostChars ? null : Known.GetValueOrDefault(string.Join(' ', SmsWords.Of(text)));
}
