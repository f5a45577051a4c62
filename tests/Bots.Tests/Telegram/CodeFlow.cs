using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Telegram;

/// <summary>Shows, on request, something that the reporter is to carry away.</summary>
internal sealed class CodeFlow : IFlow
{
    public string Name => "report";

    public int Version => 1;

    public ConversationState Begin() => new() { Flow = Name, FlowVersion = Version, State = "Listening" };

    public FlowStep Take(ConversationState state, TurnInput input, FlowMoment moment) =>
        new() { State = state with { State = input is TurnInput.Choice { Value: "code" } ? "Code" : "Listening", TimesAsked = state.TimesAsked + 1 } };

    public OutboundReply Render(ConversationState state, ChannelKind channel) => new()
    {
        State = state.State,
        Language = Language.En,
        Text = $"{state.State} {state.TimesAsked}",
        Choices = [[new ReplyChoice(Name, "show", "code", "Code")], [new ReplyChoice(Name, "show", "back", "Back")]],
        MayBeCopied = state.State == "Code",
    };
}
