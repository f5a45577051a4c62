using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Intake.Codes;

/// <summary>What the reporter's side may know of a signal after the receipt: how far it has come, and what is asked. Never the story.</summary>
public interface ICaseLookup
{
    /// <summary>Null until staff's first step was told.</summary>
    Task<CaseProgress?> ProgressAsync(SignalId signal, CancellationToken cancellationToken);

    /// <param name="digits">As <see cref="AccessCode.Read"/> gives them.</param>
    /// <returns>Null for a code that was never given out, or that is no longer one.</returns>
    Task<OpenedCase?> FindByCodeAsync(string digits, CancellationToken cancellationToken);

    /// <summary>The same for a signal whose code was found before; null when its words have been erased since.</summary>
    Task<OpenedCase?> FindBySignalAsync(SignalId signal, CancellationToken cancellationToken);

    /// <summary>A report whole, so that what its reporter adds can be written to it; null when its words have been erased. Nothing of it is shown.</summary>
    Task<EarlierReport?> FindReportAsync(SignalId signal, CancellationToken cancellationToken);
}

/// <summary>A report that its conversation no longer has before it.</summary>
/// <param name="Row">With its content left out.</param>
public sealed record EarlierReport(SignalRow Row, SignalContent Content, DataKey Key);

/// <param name="NextDueUtc">When the reporter may expect the next step; null when there is none.</param>
public sealed record CaseProgress(SignalStage Stage, DateTime OccurredUtc, DateTime? NextDueUtc);

/// <param name="Conversation">The conversation in which the signal was made.</param>
/// <param name="Questions">Those that wait for an answer, the oldest first.</param>
/// <param name="Key">Seals what is said of the signal on its way to its conversation.</param>
public sealed record OpenedCase(
    SignalId Signal, ConversationKey Conversation, ChannelKind Channel, Language Language, CaseProgress? Progress, IReadOnlyList<AskedQuestion> Questions, DataKey Key);
