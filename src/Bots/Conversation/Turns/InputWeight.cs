using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>What one input says by itself, without what was said before.</summary>
/// <param name="Question">Code of the question that stands open; null after the receipt.</param>
public sealed record InputWeight(InputKind Kind, Urgency Urgency = Urgency.Information, string? Question = null);

public enum InputKind
{
    /// <summary>A message, or a file: kept.</summary>
    Words,

    /// <summary>A press, a command, a point on the map, a word that stands for a button.</summary>
    Act,

    /// <summary>The wish to leave, to clear the chat, not to be written to: heard whatever else comes.</summary>
    WayOut,
}
