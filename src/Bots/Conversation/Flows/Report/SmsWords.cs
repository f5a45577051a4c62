using System.Collections.Frozen;
using System.Text;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Looks at the words of a text: whether it asks for help, only says hello, or tells something.</summary>
internal static class SmsWords
{
    /// <summary>Fewer words, where nothing was asked yet, tell nothing.</summary>
    private const int FewestTold = 2;

    private static readonly FrozenSet<string> Help = new[]
    {
        "help", "көмек", "көмектес", "көмектесіңдер", "көмектесіңіз", "көмектесіңізші", "комек", "комектес", "komek", "kömek",
        "помогите", "помоги", "помощь", "pomogite", "pomogi", "pomosh", "pomoshch",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Greetings = new[]
    {
        "сәлем", "салем", "сәлеметсіз", "салеметсиз", "бе", "ассалаумағалейкум", "ассалаумагалейкум", "қайырлы", "күн", "кеш", "таң",
        "привет", "здравствуйте", "здравствуй", "здрасте", "добрый", "доброе", "день", "вечер", "утро", "алло", "ало",
        "hi", "hello", "hey", "good", "morning", "evening", "day", "there", "salem", "privet", "start",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool AsksForHelp(string text) => Of(text) is [var first, ..] && Help.Contains(first);

    public static bool IsGreeting(string text) => Of(text) is { Count: > 0 } words && words.All(Greetings.Contains);

    /// <summary>It tells something although nothing was asked yet.</summary>
    public static bool Tells(string text) => Of(text).Count(word => !Greetings.Contains(word)) >= FewestTold;

    /// <summary>The words in lower case, without signs.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var sign in text)
        {
            if (char.IsLetterOrDigit(sign))
                word.Append(char.ToLowerInvariant(sign));
            else if (sign is not '\'' and not '’')
                Close();
        }

        Close();
        return words;

        void Close()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
