using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake.Codes;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// What the reporter says of an earlier report of the same chat is written to that report, by the conversation that made it: the turn is
/// taken as if the report were still before it, and the conversation itself stays where it is.
/// </summary>
internal sealed class EarlierReports(IFlow flow, TurnWriter writer)
{
    /// <returns>Whether the turn is about a report that its conversation no longer has before it.</returns>
    public static bool IsAbout(LiveConversation before, InboundTurn turn) =>
        turn.Input is TurnInput.Relayed { Forgets: false } relayed && relayed.Signal != before.State.Signal?.Value;

    /// <param name="report">Null when its words have been erased: then there is nothing to add to.</param>
    public TurnDraft Write(LiveConversation before, InboundTurn turn, EarlierReport? report, FlowMoment moment, IReplyChannel channel)
    {
        if (report is null)
            return writer.Write(before, turn, new FlowStep { State = before.State, Replies = false }, null, channel);
        var then = before with { DataKey = report.Key, Signal = report.Row, State = State(report, (TurnInput.Relayed)turn.Input) };
        var draft = writer.Write(then, turn, flow.Take(then.State, turn.Input, moment), null, channel);
        var after = before with { Version = draft.After.Version };
        return draft with { After = after, Write = draft.Write with { Conversation = ConversationVault.Seal(after) } };
    }

    /// <summary>The conversation as it stood after that report's receipt, as far as its signal tells.</summary>
    private ConversationState State(EarlierReport report, TurnInput.Relayed relayed)
    {
        var (row, content) = (report.Row, report.Content);
        return flow.Begin() with
        {
            State = nameof(ReportState.Receipt),
            Language = row.Language,
            Signal = new SignalId(row.Id),
            Follow = relayed.About is { } asked ? new FollowUp { Questions = [asked] } : null,
            Draft = new ReportDraft
            {
                Story = content.Story,
                Answers = content.Answers,
                Settled = [.. ReportQuestions.All.Select(question => question.Code)],
                PlaceCode = row.PlaceCode,
                PlaceText = content.PlaceText,
                Door = content.Door,
                Media = content.UnheardMedia,
                NotKept = content.NotKept,
                Incomplete = row.Incomplete,
                Finished = content.IsFinished,
                SentUrgency = row.Urgency,
                PromisedFromUtc = row.ReceivedUtc,
                Promised = SignalRows.Due(row),
            },
        };
    }
}
