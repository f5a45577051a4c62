using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Sms;

/// <summary>
/// The least flow that speaks at both times: answers at once, but "story" only when silence follows, and "danger" with help. Marks and lifts
/// what keeps a reporter from being answered.
/// </summary>
internal sealed class StoryFlow : IFlow
{
    public string Name => "story";

    public int Version => 1;

    public ConversationState Begin() => new() { Flow = Name, FlowVersion = Version, State = "begun" };

    public FlowStep Take(ConversationState state, TurnInput input, FlowMoment moment) => input switch
    {
        TurnInput.Unreachable gone => new FlowStep { State = state with { Unreachable = true, State = gone.Barred ? "barred" : "gone" }, Replies = false },
        TurnInput.TimedOut => new FlowStep { State = state with { TimeoutUtc = null, State = state.State + ", heard" } },
        TurnInput.Text { Value: "story" } => new FlowStep { State = state with { State = "story", TimeoutUtc = moment.ReceivedUtc.AddDays(1) }, Replies = false },
        TurnInput.Text text => new FlowStep { State = state with { State = text.Value, Unreachable = false } },
        TurnInput.Command command => new FlowStep { State = state with { State = command.Name } },
        _ => new FlowStep { State = state },
    };

    public OutboundReply Render(ConversationState state, ChannelKind channel) => new()
    {
        State = state.State,
        Language = Language.En,
        Text = $"reply to {state.State}",
        IsDangerHelp = state.State == "danger",
    };
}
