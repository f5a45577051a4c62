namespace Senim.Intake.Questions;

/// <summary>How far a question has come, in rising order.</summary>
public enum QuestionState
{
    /// <summary>It waits in the conversation.</summary>
    Waiting = 0,

    /// <summary>The reporter was told that there is a new message.</summary>
    Pushed = 10,

    /// <summary>The reporter has seen the question itself.</summary>
    Read = 20,

    /// <summary>The reporter would rather not answer.</summary>
    Skipped = 30,

    Answered = 40,
}

/// <summary>Why a question may never reach the reporter, or not before they come back by themselves.</summary>
public static class QuestionBars
{
    /// <summary>The reporter did not say that we may write back.</summary>
    public const string NoConsent = "no_consent";

    /// <summary>The reporter had their contact deleted.</summary>
    public const string Forgotten = "forgotten";

    /// <summary>The reporter blocked the bot, or the page is closed.</summary>
    public const string Blocked = "blocked";

    /// <summary>The number takes no texts from us.</summary>
    public const string Sms = "sms";

    /// <summary>The reporter asked to be left alone: a stop word, or a cleared chat.</summary>
    public const string Silenced = "silenced";
}
