using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Flows;

/// <summary>
/// The one flow that the runner plays: the report, and what follows it. Both work on the same stored conversation, so that it keeps its draft;
/// which of them has it is <see cref="ConversationState.Flow"/>. What the follow-up does not take is the report's, danger and leaving first.
/// </summary>
internal sealed class ConversationFlow(ReportFlow report, FollowFlow follow) : IFlow
{
    public string Name => report.Name;

    public int Version => report.Version;

    public bool Answers(string flow) => flow is ReportCodes.Flow or FollowCodes.Flow;

    public ConversationState Begin() => report.Begin();

    public FlowNeed? Needs(ConversationState state, TurnInput input, ChannelKind channel, DateTime nowUtc) =>
        FollowFlow.Needs(state, FollowNumbers.Meant(state, input, channel), channel, nowUtc) ?? report.Needs(FollowFlow.Under(state), input, channel, nowUtc);

    public FlowStep Take(ConversationState state, TurnInput input, FlowMoment moment)
    {
        state = FollowFlow.Closed(state, input, moment);
        input = FollowNumbers.Meant(state, input, moment.Channel);
        if (follow.Take(state, input, moment) is { } taken)
            return taken;
        var under = FollowFlow.Under(state);
        return FollowFlow.After(state, Restored(state, under, report.Take(under, input, moment)), input, moment);
    }

    public OutboundReply Render(ConversationState state, ChannelKind channel) =>
        FollowFlow.Has(state) ? follow.Render(state, channel) : follow.Decorate(report.Render(state, channel), state, channel);

    public Language? GuessLanguage(string text) => report.GuessLanguage(text);

    public InputWeight Weigh(ConversationState state, TurnInput input, ChannelKind channel) =>
        report.Weigh(FollowFlow.Under(state), FollowNumbers.Meant(state, input, channel), channel);

    public FlowStep Grow(ConversationState state, ReportDraft draft, FlowMoment moment)
    {
        var under = FollowFlow.Under(state);
        return FollowFlow.After(state, Restored(state, under, report.Grow(under, draft, moment)), null, moment);
    }

    public OutboundReply? Help(ConversationState state, ChannelKind channel) => report.Help(FollowFlow.Under(state), channel);

    /// <summary>Where nothing changed, it is the very state that came in: the runner then writes nothing.</summary>
    private static FlowStep Restored(ConversationState state, ConversationState under, FlowStep step) =>
        ReferenceEquals(step.State, under) ? step with { State = state } : step;
}
