using Microsoft.Extensions.Logging;
using Senim.Bots.Conversation.Spool;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// Carries one turn through: load, flow, commit, reply. Turns of one conversation run one after the other; a turn is answered only once
/// it is durable; a turn that meets another's traces is run again from fresh state.
/// </summary>
internal sealed partial class TurnRunner(
    ITurnStore store,
    IFlow flow,
    ConversationVault vault,
    TurnWriter writer,
    UnparsedTurns unparsed,
    EarlierReports earlier,
    CrowdedTurns crowds,
    TurnCommitter committer,
    ConversationLanes lanes,
    ConversationCache cache,
    ReplyShower shower,
    FlowLookups lookups,
    SpoolGate spool,
    BlindIndex blind,
    OutboxBell<IntakeDb> bell,
    TimeProvider clock,
    ICheckpoints checkpoints,
    ILogger<TurnRunner> logger)
{
    /// <summary>A turn is stale only when another node was faster: this often in a row means that something else is wrong.</summary>
    private const int MostAttempts = 10;

    /// <param name="isLate">It came to us long after it was sent: where the conversation has gone on meanwhile, it is an addition.</param>
    public Task<TurnResult> RunAsync(InboundTurn turn, bool isLate = false)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return lanes.RunAsync(turn.Conversation, async () =>
        {
            // Behind those that came before it.
            if (spool.MustQueue(turn))
                return await spool.KeepAsync(turn, shower.Channel(turn.Channel));
            var result = await CarryAsync(turn, isLate);
            return result is TurnResult.Unavailable && SpoolGate.MayKeep(turn) ? await spool.KeepAsync(turn, shower.Channel(turn.Channel)) : result;
        });
    }

    /// <summary>A turn that comes back from the spool. Where the conversation has gone on meanwhile, its words are an addition and answer nothing.</summary>
    /// <returns>Whether it is stored, or lies aside because it cannot be.</returns>
    public Task<bool> ReplayAsync(InboundTurn turn, byte[]? mark) =>
        lanes.RunAsync(turn.Conversation, async () => await CarryAsync(shower.Channel(turn.Channel).ReadMark(turn, mark), isLate: true) is not TurnResult.Unavailable);

    private async Task<TurnResult> CarryAsync(InboundTurn turn, bool isLate)
    {
        try
        {
            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                var cached = cache.Get(turn.Conversation);
                var before = cached ?? await LoadAsync(turn);
                var isOvertaken = isLate && before.State.HeardUtc > turn.ReceivedUtc;
                if (isOvertaken && turn.Input is TurnInput.Text text)
                    turn = turn with { Input = text with { Edited = true } };
                var found = await lookups.FindAsync(before, turn);
                if (WorkOut(before, turn, isOvertaken, found) is not { } draft)
                {
                    if (cached is null)
                        return new TurnResult.Done(null, IsRepeated: false, before.LastActivity);

                    // What is remembered is only believed by a commit, and here there is nothing to commit.
                    cache.Forget(turn.Conversation);
                    continue;
                }

                if (await CommitAsync(before, turn, draft) is { } result)
                    return result;
            }

            LogStaleTooOften(logger, turn.Channel, MostAttempts);
        }
        catch (StorageUnavailableException error)
        {
            LogUnavailable(logger, turn.Channel, error.InnerException?.GetType().Name ?? "");
        }
        catch (Exception error)
        {
            // Not even keeping it as it came worked.
            cache.Forget(turn.Conversation);
            LogUnavailable(logger, turn.Channel, error.GetType().Name);
            return SetAside(turn);
        }

        return new TurnResult.Unavailable();
    }

    /// <returns>Null when the turn must be run again from fresh state.</returns>
    private async Task<TurnResult?> CommitAsync(LiveConversation before, InboundTurn turn, TurnDraft draft)
    {
        checkpoints.Reached(Checkpoint.BeforeCommit);
        var outcome = await committer.CommitAsync(draft.Write);
        if (outcome is TurnOutcome.Poisoned poisoned)
        {
            LogPoisoned(logger, turn.Channel, poisoned.Error.GetType().Name);
            draft = unparsed.Keep(before, turn);
            outcome = await committer.CommitAsync(draft.Write);
        }

        switch (outcome)
        {
            case TurnOutcome.Committed:
                checkpoints.Reached(Checkpoint.AfterCommit);
                await FinishAsync(before, turn, draft);
                return new TurnResult.Done(draft.Reply, IsRepeated: false, draft.After.LastActivity);
            case TurnOutcome.Duplicate:
                cache.Forget(turn.Conversation);
                return await RepeatAsync(turn);
            case TurnOutcome.Stale:
                cache.Forget(turn.Conversation);
                return null;
            case TurnOutcome.Poisoned:
                cache.Forget(turn.Conversation);
                return SetAside(turn);
            default:
                cache.Forget(turn.Conversation);
                return new TurnResult.Unavailable();
        }
    }

    /// <summary>The provider would bring it again and again, before everything that comes after it: it is kept beside the database instead.</summary>
    private TurnResult SetAside(InboundTurn turn) => spool.SetAside(turn) is { } calm
        ? new TurnResult.Spooled(calm, IsAside: true)
        : new TurnResult.Unavailable();

    private async Task FinishAsync(LiveConversation before, InboundTurn turn, TurnDraft draft)
    {
        if (draft.NotesEvent)
            bell.Ring(draft.IsEmergency ? EventLane.Emergency : EventLane.Other);
        var showing = draft.Reply is null ? new Showing(draft.After) : await shower.ShowAsync(draft.After, draft.Reply, turn, isRepeated: false);
        if (draft.After.Address is null && (before.Address ?? turn.ReplyAddress) is { } address)
            showing = showing with { After = await shower.CleanAtLastAsync(showing.After, address, draft.Reply ?? flow.Render(draft.After.State, turn.Channel)) };
        cache.Set(showing.After);
        checkpoints.Reached(Checkpoint.ReplySent);
        if (showing.Unreachable is { } gone && !showing.After.State.Unreachable)
            _ = MarkUnreachableAsync(showing.After, gone.Barred);
    }

    /// <summary>The provider says that the reporter cannot be written to: a turn of its own, after those that wait already.</summary>
    internal Task<TurnResult> MarkUnreachableAsync(LiveConversation live, bool isBarred) => RunAsync(new InboundTurn
    {
        Channel = live.Channel,
        Conversation = live.Key,
        Delivery = blind.Delivery($"unreachable|{live.Key}|{live.Version}"),
        Input = new TurnInput.Unreachable(isBarred),
        ReceivedUtc = clock.NowUtc(),
    });

    /// <summary>The delivery had its effect before: the same reply again when it is the conversation's last one, else nothing.</summary>
    private async Task<TurnResult> RepeatAsync(InboundTurn turn)
    {
        var live = await LoadAsync(turn);
        if (!live.LastDelivery.AsSpan().SequenceEqual(turn.Delivery.ToBytes()) || live.State is { Unreachable: true } or { HeldSinceUtc: not null } or { Crowd.HasWaiting: true })
            return new TurnResult.Done(null, IsRepeated: true, live.LastActivity);
        var reply = flow.Render(live.State, turn.Channel);
        cache.Set((await shower.ShowAsync(live, reply, turn, isRepeated: true)).After);
        return new TurnResult.Done(reply, IsRepeated: true, live.LastActivity);
    }

    /// <returns>Null when the turn changes nothing and says nothing (a time-out that came too late).</returns>
    private TurnDraft? WorkOut(LiveConversation before, InboundTurn turn, bool isOvertaken, FlowFinding? found)
    {
        try
        {
            if (before.UnreadableState is not null)
                return unparsed.Keep(before, turn);
            var moment = new FlowMoment(turn.ReceivedUtc, turn.Channel, SignalId.New(clock), turn.LanguageHint, isOvertaken, found);
            if (EarlierReports.IsAbout(before, turn))
                return earlier.Write(before, turn, found?.Earlier, moment, shower.Channel(turn.Channel));
            var crowded = crowds.Plan(before, turn);
            before = crowded.Before;
            if (crowded is { Weight: null, LeadsOut: false } && UnparsedTurns.HasNoRoom(before.State, turn.Input))
                return unparsed.Keep(before, turn);
            var step = crowds.Take(crowded, turn, moment);
            if (turn.Input is TurnInput.TimedOut silence && step is { Replies: false, Submission: null } && ReferenceEquals(step.State, before.State))
            {
                if (before.State.TimeoutUtc != silence.DueUtc)
                    return null;

                // Nothing waits for it any more; left as it stands it would be due again at every look.
                step = step with { State = before.State with { TimeoutUtc = null } };
            }

            var reply = step.Replies ? step.Once ?? flow.Render(step.State, turn.Channel) : crowded.IsCalmed ? CalmWords.Reply(step.State.Language) : null;
            var channel = shower.Channel(turn.Channel);
            return writer.Write(before, turn, step, reply, crowded.Records ? channel : new SilentChannel(channel));
        }
        catch (Exception error)
        {
            LogUnparsed(logger, turn.Channel, before.State.State, error.GetType().Name);
            return unparsed.Keep(before, turn);
        }
    }

    private async Task<LiveConversation> LoadAsync(InboundTurn turn) =>
        await store.LoadAsync(turn.Conversation, CancellationToken.None) is { } stored
            ? vault.Open(stored)
            : vault.Begin(turn.Conversation, turn.Channel);

    [LoggerMessage(10, LogLevel.Error, "A {Channel} turn found its conversation changed {Attempts} times in a row and was handed back.")]
    private static partial void LogStaleTooOften(ILogger logger, ChannelKind channel, int attempts);

    [LoggerMessage(11, LogLevel.Error, "A {Channel} turn was handed back to its provider ({Error}).")]
    private static partial void LogUnavailable(ILogger logger, ChannelKind channel, string error);

    [LoggerMessage(12, LogLevel.Error, "A {Channel} turn could not be written ({Error}) and is kept as it came.")]
    private static partial void LogPoisoned(ILogger logger, ChannelKind channel, string error);

    [LoggerMessage(13, LogLevel.Error, "A {Channel} turn failed in state {State} ({Error}) and is kept as it came.")]
    private static partial void LogUnparsed(ILogger logger, ChannelKind channel, string state, string error);
}
