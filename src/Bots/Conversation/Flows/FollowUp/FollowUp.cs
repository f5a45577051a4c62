using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Questions;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>What a conversation remembers of the time after the receipt. Lists take null for empty, as in the state itself.</summary>
public sealed record FollowUp
{
    /// <summary>The state of the report to which the conversation goes back, by name; null while it is there.</summary>
    public string? Under { get; init; }

    /// <summary>Questions about the conversation's signals that wait for an answer, the oldest first; some may be about an earlier report.</summary>
    public IReadOnlyList<WaitingQuestion> Questions { get; init => field = value ?? []; } = [];

    /// <summary>The question on the screen.</summary>
    public Guid? Shown { get; init; }

    /// <summary>How far the signal has come, as it was when the reporter asked last.</summary>
    public CaseProgress? Progress { get; init; }

    /// <summary>What the reporter answered to "is it better now?" before they are asked whether it is safe.</summary>
    public string? Better { get; init; }

    /// <summary>The present reply is to stand in a message of its own.</summary>
    public bool IsNew { get; init; }

    /// <summary>The reporter had their contact deleted: nothing is pushed, and where to answer is not kept.</summary>
    public bool Forgotten { get; init; }

    /// <summary>The reporter sent a stop word, and has not written since.</summary>
    public bool Silenced { get; init; }

    /// <summary>The answer of an earlier report to whether we may write back, by its code; it holds until this report has one.</summary>
    public string? ContactBefore { get; init; }

    /// <summary>The case that a code opened here; null when the conversation is about its own signal.</summary>
    public OtherCase? Other { get; init; }

    /// <summary>When the first of the wrong codes came that still count (UTC).</summary>
    public DateTime? GuessesSinceUtc { get; init; }

    public int Guesses { get; init; }
}

/// <summary>A case that was opened by its code. It is forgotten when the reporter leaves it.</summary>
public sealed record OtherCase(Guid Signal)
{
    public IReadOnlyList<WaitingQuestion> Questions { get; init => field = value ?? []; } = [];

    public CaseProgress? Progress { get; init; }
}

/// <param name="Text">The officer's own words; null for a ready question.</param>
public sealed record WaitingQuestion(Guid Id, Guid Signal, string Code, Language Language, string? Text)
{
    public QuestionState State { get; init; }

    public DateTime? PushedUtc { get; init; }

    public DateTime? ReadUtc { get; init; }

    public DateTime? AnsweredUtc { get; init; }

    public DateTime? ReturnedUtc { get; init; }

    /// <summary>One of <see cref="QuestionBars"/>.</summary>
    public string? Bar { get; init; }

    public static WaitingQuestion Of(PutQuestion put) => new(put.Id, put.Signal, put.Code, put.Language, put.Text);

    public static WaitingQuestion Of(AskedQuestion asked) => new(asked.Id, asked.Signal.Value, asked.Code, asked.Language, asked.Text) { State = asked.State };
}

/// <summary>What a turn does to a question.</summary>
public sealed record QuestionChange(WaitingQuestion Question)
{
    /// <summary>The step that staff are told of; null for none.</summary>
    public QuestionStep? Step { get; init; }

    public QuestionAnswer? Answer { get; init; }

    /// <summary>When it is to be pushed (UTC).</summary>
    public DateTime? PushDueUtc { get; init; }

    /// <summary>When it comes back to the officer, unless it was read (UTC).</summary>
    public DateTime? ReturnDueUtc { get; init; }
}
