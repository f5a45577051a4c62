using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>What the reporter has said so far.</summary>
public sealed record ReportDraft
{
    /// <summary>All words, in the order in which they came, with the question that stood open.</summary>
    public IReadOnlyList<StoryPart> Story { get; init; } = [];

    /// <summary>The latest answer to each question, by code.</summary>
    public IReadOnlyList<SignalAnswer> Answers { get; init; } = [];

    /// <summary>KATO code of the confirmed (or best known) unit.</summary>
    public string? PlaceCode { get; init; }

    /// <summary>The place as it was typed.</summary>
    public string? PlaceText { get; init; }

    /// <summary>Units offered and not yet chosen, best first (KATO codes).</summary>
    public IReadOnlyList<string> PlaceOffers { get; init; } = [];

    /// <summary>The kind of help that is being shown, once danger was said or found.</summary>
    public DangerForm? Danger { get; init; }

    /// <summary>Voice notes, pictures, videos and files that came.</summary>
    public int Media { get; init; }

    /// <summary>What the sent signal promised, for the receipt.</summary>
    public DueTimes? Promised { get; init; }

    public bool HasContent => Story.Count > 0 || Media > 0 || PlaceCode is not null || Danger is not null
        || Answers.Any(answer => answer.Question != "safe");
}
