namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>Codes of buttons after the receipt. They never change their meaning: buttons of any age come back.</summary>
internal static class FollowCodes
{
    public const string Flow = "follow";

    /// <summary>What can be asked for from anywhere.</summary>
    public const string Go = "go";

    public const string Show = "show";
    public const string Status = "status";
    public const string Code = "code";
    public const string Back = "back";

    /// <summary>Is it safe to read now?</summary>
    public const string Read = "read";

    public const string Yes = "yes";
    public const string Later = "later";

    /// <summary>An answer to a question: its short id and the answer's code, with a dot between.</summary>
    public const string Answer = "answer";

    public const string Skip = "skip";

    /// <summary>After closing: is it safe now?</summary>
    public const string SafeNow = "safenow";

    public const string Safe = "safe";
    public const string NotSafe = "not_safe";
    public const string Unsure = "unsure";

    public static string AnswerTo(string shortId, string answer) => $"{shortId}.{answer}";
}
