using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Intake.Questions;

/// <summary>Questions as the side that talks with reporters needs them.</summary>
public interface IAskedQuestions
{
    /// <summary>Null when there is no such question, or when its words were erased.</summary>
    Task<AskedQuestion?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The data key of a signal; null once it was destroyed.</summary>
    Task<DataKey?> FindKeyAsync(SignalId signal, CancellationToken cancellationToken);
}

/// <param name="Text">The officer's own words; null for a ready question.</param>
public sealed record AskedQuestion(Guid Id, SignalId Signal, string Code, Language Language, string? Text, DateTime AskedUtc)
{
    public required ConversationKey Conversation { get; init; }

    public required ChannelKind Channel { get; init; }

    public QuestionState State { get; init; }
}
