using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Senim.Intake.Conversations;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// Makes many turns durable in one transaction. It takes whatever waits and never waits for more, so that a lone turn is not slowed and
/// a crowd shares one flush to the disk.
/// </summary>
internal sealed class TurnCommitter(ITurnStore store) : BackgroundService
{
    /// <summary>Turns in one transaction: beyond it a batch only grows the wait of its first turn.</summary>
    private const int LargestBatch = 512;

    private readonly Channel<Pending> waiting = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Read from the queue and not written yet; touched by the writing loop alone.</summary>
    private List<Pending> held = [];

    /// <summary>Never cancelled by a caller who went away: a turn handed in is carried through.</summary>
    public async Task<TurnOutcome> CommitAsync(TurnWrite write)
    {
        var pending = new Pending(write, null, new TaskCompletionSource<TurnOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        return waiting.Writer.TryWrite(pending)
            ? await pending.Outcome!.Task
            : new TurnOutcome.Unavailable(new OperationCanceledException("The service is stopping."));
    }

    /// <summary>Kept with the next transaction; losing one costs a message shown twice, so nobody waits for it.</summary>
    public void Remember(MemoWrite memo) => waiting.Writer.TryWrite(new Pending(null, memo, null));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (held.Count > 0 || await waiting.Reader.WaitToReadAsync(CancellationToken.None))
            await CommitAsync(Take());
    }

    /// <summary>At most one turn of a conversation; the next one of the same conversation is held for the next batch.</summary>
    private List<Pending> Take()
    {
        while (held.Count < LargestBatch && waiting.Reader.TryRead(out var arrived))
            held.Add(arrived);
        var batch = new List<Pending>(held.Count);
        var later = new List<Pending>();
        var conversations = new HashSet<ConversationKey>();
        foreach (var pending in held)
        {
            var isSecond = pending.Write is { } write && !conversations.Add(ConversationKey.FromBytes(write.Conversation.Key));
            (isSecond ? later : batch).Add(pending);
        }

        held = later;
        return batch;
    }

    private async Task CommitAsync(List<Pending> batch)
    {
        var turns = batch.Where(pending => pending.Write is not null).ToList();
        var memos = batch.Where(pending => pending.Memo is not null).Select(pending => pending.Memo!).ToList();
        IReadOnlyList<TurnOutcome> outcomes;
        try
        {
            outcomes = await store.CommitAsync([.. turns.Select(pending => pending.Write!)], memos, CancellationToken.None);
        }
        catch (Exception error)
        {
            outcomes = [.. turns.Select(_ => new TurnOutcome.Unavailable(error))];
        }

        for (var i = 0; i < turns.Count; i++)
            turns[i].Outcome!.SetResult(outcomes[i]);
    }

    private sealed record Pending(TurnWrite? Write, MemoWrite? Memo, TaskCompletionSource<TurnOutcome>? Outcome);
}
