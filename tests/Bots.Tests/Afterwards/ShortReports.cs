using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Afterwards;

/// <summary>The conversation, with a report that is told in one word: <c>/start</c> is its receipt.</summary>
/// <param name="contact">The answer to whether we may write back.</param>
internal sealed class ShortReports(string contact) : IFlow
{
    public const string Story = "Меня дразнят в школе каждый день.";

    private readonly IFlow _flow = PlayedWorld.Flow();

    public string Name => _flow.Name;

    public int Version => _flow.Version;

    public ConversationState Begin() => _flow.Begin();

    public FlowStep Take(ConversationState state, TurnInput input, FlowMoment moment)
    {
        if (input is not TurnInput.Command { Name: "start" } || state.Signal is not null)
            return _flow.Take(state, input, moment);
        var told = state with
        {
            Language = Language.Ru,
            State = nameof(ReportState.Review),
            Draft = new ReportDraft
            {
                Story = [new StoryPart(Story, moment.ReceivedUtc, ReportCodes.Story)],
                Answers = [new SignalAnswer(ReportCodes.Contact, [contact])],
                Settled =
                [
                    ReportCodes.Safe, ReportCodes.ForWhom, ReportCodes.What, ReportCodes.Story, ReportCodes.When, ReportCodes.Ongoing,
                    ReportCodes.PlaceQuestion, ReportCodes.Age, ReportCodes.Offender, ReportCodes.Recuse, ReportCodes.Contact,
                ],
            },
        };
        return _flow.Take(told, new TurnInput.Choice(ReportCodes.Flow, ReportCodes.Review, ReportCodes.Send), moment);
    }

    public FlowNeed? Needs(ConversationState state, TurnInput input, ChannelKind channel, DateTime nowUtc) => _flow.Needs(state, input, channel, nowUtc);

    public OutboundReply Render(ConversationState state, ChannelKind channel) => _flow.Render(state, channel);

    public Language? GuessLanguage(string text) => _flow.GuessLanguage(text);

    public InputWeight Weigh(ConversationState state, TurnInput input, ChannelKind channel) => _flow.Weigh(state, input, channel);

    public FlowStep Grow(ConversationState state, ReportDraft draft, FlowMoment moment) => _flow.Grow(state, draft, moment);

    public OutboundReply? Help(ConversationState state, ChannelKind channel) => _flow.Help(state, channel);
}
