using Senim.Bots.Conversation.Turns;
using Senim.Intake.Doors;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Where a code of a door may stand: in a link to the bot or the page, or as the first word of the first text.</summary>
internal static class DoorWords
{
    /// <returns>Null when there is none.</returns>
    public static string? CodeIn(ConversationState state, TurnInput input, ChannelKind channel) => input switch
    {
        { Door: { } door } => door,
        TurnInput.Command { Name: "start", Argument: { } argument } => DoorCode.Read(argument),
        TurnInput.Text { Edited: false } text when channel == ChannelKind.Sms => First(state, text.Value)?.Code,
        _ => null,
    };

    /// <returns>The code and the words behind it; null for a text that is told to somebody already, or begins with something else.</returns>
    public static (string Code, string After)? First(ConversationState state, string text) =>
        !state.Draft.HasContent || state.State is nameof(ReportState.Left) or nameof(ReportState.Hidden) ? DoorCode.ReadFirst(text) : null;
}
