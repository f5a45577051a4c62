namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>Where the conversation after the receipt stands. Everything lies inside <see cref="Open"/>, so that nothing can forget the way out.</summary>
internal enum FollowState
{
    /// <summary>What all share; a conversation never rests here.</summary>
    Open,

    /// <summary>The report has the conversation: it is shown as the report shows it.</summary>
    Report,

    /// <summary>"You have a new message", and nothing of it.</summary>
    NewMessage,

    /// <summary>Is it safe to read now?</summary>
    AskSafe,

    /// <summary>A question of staff, or how it is after the case was closed.</summary>
    Question,

    /// <summary>After the case was closed: is it safe now?</summary>
    SafeNow,

    /// <summary>An answer was passed on.</summary>
    Thanks,

    /// <summary>How far the signal has come.</summary>
    Status,

    /// <summary>A code for another phone was shown.</summary>
    Code,

    /// <summary>A code opens nothing, or is not looked up now.</summary>
    WrongCode,
}

/// <summary>What a turn comes down to, once understood.</summary>
internal enum FollowTrigger
{
    /// <summary>Danger, leaving, or anything else that the report understands.</summary>
    HandOver,
    Back,
    Noted,

    /// <summary>There is something to read, and the reporter may be told.</summary>
    Push,

    /// <summary>The reporter wants to see what there is to read.</summary>
    Show,
    SafeToRead,
    NotNow,
    Answered,

    /// <summary>It is not better, or nobody knows: whether it is safe is asked next.</summary>
    AskSafeNow,
    AskStatus,
    AskCode,

    /// <summary>A code opened a case.</summary>
    Opened,
    NotOpened,
}
