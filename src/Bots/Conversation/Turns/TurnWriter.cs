using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Turns a step of the flow into the rows that make it durable.</summary>
internal sealed class TurnWriter(ConversationVault vault, QuestionWriter questions)
{
    public TurnDraft Write(LiveConversation before, InboundTurn turn, FlowStep step, OutboundReply? reply, IReplyChannel channel)
    {
        var signal = step.Submission is { } submission ? SignalFor(before, turn, submission) : null;
        var kept = signal ?? before.Signal;
        var leavesKey = step.ErasesDraft || (before.Signal is not null && step.State.Signal is null);
        var after = Advance(before, turn, channel) with
        {
            State = Heard(step.State, turn),
            Signal = step.State.Signal is null ? null : WithoutContent(kept),
        };
        if (step.DestroysAddress)
            after = after with { Address = null, SealedAddress = null };
        if (leavesKey)
            after = after with { DataKey = vault.NewDataKey(), IsDataKeyStored = false };

        var files = Files(leavesKey && signal is null ? after : before, turn, leavesKey ? 0 : before.State.Files);
        after = after with { State = after.State with { Files = (leavesKey ? 0 : before.State.Files) + files.Count } };

        // The key of a draft that became a signal belongs to the signal from then on; one that nothing holds is destroyed.
        var destroyed = leavesKey && kept is null && before.IsDataKeyStored ? before.DataKey.Id : (Guid?)null;
        var draft = Finish(before, after, turn, reply, channel, signal, step.Submission, unparsed: null, files, destroyed);
        return questions.Add(draft, before, turn, step, kept);
    }

    /// <summary>
    /// A turn on which the code failed: kept as it came and joined to the conversation's signal, or made one. The conversation itself
    /// stays where it was.
    /// </summary>
    /// <param name="content">The turn as it came; null when there is no row for it.</param>
    public TurnDraft WriteUnparsed(
        LiveConversation before, InboundTurn turn, SignalSubmission fallback, string? content, OutboundReply? reply, IReplyChannel channel)
    {
        var signal = SignalFor(before, turn, fallback);
        signal.Unparsed = true;
        var files = Files(before, turn, before.State.Files);
        var after = Advance(before, turn, channel) with
        {
            Signal = WithoutContent(signal),
            State = Heard(before.State, turn) with
            {
                Signal = new SignalId(signal.Id),
                Unread = before.State.Unread + (content is null ? 0 : 1),
                Files = before.State.Files + files.Count,
                TimeoutUtc = before.State.Crowd.HasWaiting && turn.Input is not TurnInput.TimedOut ? before.State.TimeoutUtc : null,
                Draft = before.State.Draft with
                {
                    Incomplete = signal.Incomplete,
                    SentUrgency = signal.Urgency,
                    Promised = SignalRows.Due(signal),
                    TalkedUtc = turn.ReceivedUtc,
                },
            },
        };
        var unparsed = content is null ? null : UnparsedRows.Seal(before.DataKey, Guid.CreateVersion7(), signal.Id, content, turn.ReceivedUtc);
        return Finish(before, after, turn, reply, channel, signal, fallback with { HasNewWords = true }, unparsed, files, destroyed: null);
    }

    private LiveConversation Advance(LiveConversation before, InboundTurn turn, IReplyChannel channel) =>
        vault.WithAddress(before, turn.ReplyAddress) with
        {
            Version = before.Version + 1,
            // What nobody sees an answer to leaves the last answer as it was: the message it belongs to may still be brought again.
            LastDelivery = turn.Input.IsOfReporter ? turn.Delivery.ToBytes() : before.LastDelivery,
            Memo = channel.Remember(before.Memo, turn),
            UnreadableState = null,
        };

    private static ConversationState Heard(ConversationState state, InboundTurn turn) =>
        turn.Input.IsOfReporter && !(state.HeardUtc > turn.ReceivedUtc) ? state with { HeardUtc = turn.ReceivedUtc } : state;

    private static TurnDraft Finish(
        LiveConversation before,
        LiveConversation after,
        InboundTurn turn,
        OutboundReply? reply,
        IReplyChannel channel,
        SignalRow? signal,
        SignalSubmission? submission,
        UnparsedRow? unparsed,
        IReadOnlyList<EvidenceRow> files,
        Guid? destroyed)
    {
        var lines = channel.Record(turn, reply);
        var activities = lines.Select((line, i) => WebLines.Seal(after.DataKey, after.Key, before.LastActivity + i + 1, line, turn.ReceivedUtc)).ToList();
        after = after with { LastActivity = before.LastActivity + lines.Count };

        var write = new TurnWrite
        {
            Delivery = turn.Delivery,
            Conversation = ConversationVault.Seal(after),
            NewDataKeys = NewDataKeys(before, after, signal),
            DestroyedDataKey = destroyed,
            Signal = signal,
            Unparsed = unparsed,
            Evidence = files,
            Outbox =
            [
                .. signal is null
                    ? []
                    : (OutboxRow[])[SignalRows.Event(signal, submission?.HasNewWords ?? false, Recusals.Of(submission?.Content.Answers ?? []))],
                .. Cleaning(before, after, turn, channel),
                .. files.Where(file => file.Reference is not null).Select(file => EvidenceRows.Fetch(file, before.Key)),
            ],
            Activities = activities,
        };
        return new TurnDraft(write, after with { IsDataKeyStored = true }, reply, signal is not null, signal?.Urgency == Urgency.Emergency);
    }

    private static IEnumerable<OutboxRow> Cleaning(LiveConversation before, LiveConversation after, InboundTurn turn, IReplyChannel channel) =>
        !ReferenceEquals(before.Memo, after.Memo) && channel.CleansUtc(after.Memo) is { } due && due != channel.CleansUtc(before.Memo)
            ? [CleanRows.At(after.Key, due, turn.ReceivedUtc)]
            : [];

    /// <summary>They belong to what was said with them, and go with its key.</summary>
    private static List<EvidenceRow> Files(LiveConversation live, InboundTurn turn, int before)
    {
        var hasWords = EvidenceHold.Tells(UnparsedTurns.Words(turn.Input));
        return
        [
            .. turn.Files.Take(EvidenceRows.MostFiles - before)
                .Select((file, i) => EvidenceRows.Write(live.DataKey, turn.Channel, turn.Delivery, before + i, file, hasWords, turn.ReceivedUtc)),
        ];
    }

    private static SignalRow SignalFor(LiveConversation before, InboundTurn turn, SignalSubmission submission)
    {
        var row = before.Signal is { } known
            ? SignalRows.WithoutContent(known)
            : new SignalRow
            {
                Id = submission.Id.Value,
                Reference = StaffReference.New(),
                Channel = turn.Channel,
                ReceivedUtc = turn.ReceivedUtc,
                ConversationKey = before.Key.ToBytes(),
                DataKeyId = before.DataKey.Id,
            };
        row.Version++;
        row.Source = submission.Source;
        row.Language = submission.Language;
        row.Categories = string.Join(',', Categories(row, submission));
        row.PlaceCode = submission.PlaceCode ?? row.PlaceCode;
        row.Incomplete = submission.Incomplete;
        row.ChangedUtc = turn.ReceivedUtc;
        row.Content = SignalRows.Seal(before.DataKey, row.Id, submission.Content);
        SignalRows.Raise(row, submission.Triage.Urgency, submission.Due);
        return row;
    }

    /// <summary>What an unparsed turn spoke of is not in the draft, so that triage over the draft does not see it again: it stays.</summary>
    private static IEnumerable<string> Categories(SignalRow row, SignalSubmission submission)
    {
        var found = submission.Triage.Categories.Select(CategoryCodes.Code);
        return row.Unparsed ? row.Categories.Split(',', StringSplitOptions.RemoveEmptyEntries).Union(found) : found;
    }

    private static List<DataKeyRow> NewDataKeys(LiveConversation before, LiveConversation after, SignalRow? signal)
    {
        var keys = new List<DataKeyRow>(1);
        if (!before.IsDataKeyStored && (after.DataKey.Id == before.DataKey.Id || signal is not null))
            keys.Add(Row(before.DataKey));
        if (after.DataKey.Id != before.DataKey.Id)
            keys.Add(Row(after.DataKey));
        return keys;
    }

    private static DataKeyRow Row(DataKey key) => new() { Id = key.Id, Wrapped = key.Wrapped };

    private static SignalRow? WithoutContent(SignalRow? row) => row is null ? null : SignalRows.WithoutContent(row);
}
