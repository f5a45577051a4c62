namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Where a report stands. Every question lies inside <see cref="Open"/>, so that none can forget the way out.</summary>
internal enum ReportState
{
    /// <summary>What all questions share; a conversation never rests here.</summary>
    Open,
    AskLanguage,
    AskSafe,
    AskForWhom,
    AskWhat,
    AskStory,
    AskWhen,
    AskOngoing,
    AskPlace,
    ChooseRegion,
    ChooseUnit,
    ChoosePlace,
    ConfirmPlace,
    AskAge,
    AskOffender,
    AskRecuse,
    AskContact,
    Review,

    /// <summary>Which answer is to be changed.</summary>
    ChooseEdit,
    Receipt,
    StartAgain,

    /// <summary>Somebody comes back after a day or more: to go on, or to begin anew.</summary>
    WelcomeBack,

    /// <summary>Help for someone in danger, in the form that the draft holds; asks the place and nothing else.</summary>
    DangerHelp,

    /// <summary>The same for someone who cannot speak.</summary>
    CannotSpeak,

    /// <summary>The reporter left: the chat is cleared, what was not sent is erased.</summary>
    Left,

    /// <summary>The reporter hid the chat: it is cleared, what was said is kept.</summary>
    Hidden,
}
