using Microsoft.EntityFrameworkCore;
using Npgsql;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;

namespace Senim.Intake.Storage.Turns;

/// <summary>
/// Turns on PostgreSQL: a batch of any size takes four round trips, the deliveries, the conversations, whatever hangs on them, and the
/// commit. A unique violation would end the transaction, so races are decided by conditional inserts and their row counts.
/// </summary>
internal sealed class PostgreSqlTurnStore(IDbContextFactory<IntakeDb> contexts) : ServerTurnStore(contexts)
{
    private const string UnlessThere = " ON CONFLICT DO NOTHING";

    protected override bool IsUnavailable(Exception error) => ServerFaults.IsPostgreSqlUnavailable(error);

    protected override bool IsRace(Exception error) => ServerFaults.IsPostgreSqlRace(error);

    protected override async Task EnqueueAsync(IntakeDb db, OutboxRow row, CancellationToken cancellationToken)
    {
        var work = await PostgreSqlWork.BeginAsync(db, cancellationToken);
        await using (work)
        {
            var columns = TurnColumns.Of(row);
            var inserted = work.Add(TurnTexts.Insert("Outbox", columns) + UnlessThere, columns);
            await work.SendAsync();
            if (inserted.RecordsAffected == 0)
            {
                work.Add(TurnTexts.RenewOutbox, [Column.Time("CreatedUtc", row.CreatedUtc), Column.Time("DueUtc", row.DueUtc), new("MessageId", row.MessageId)]);
                await work.SendAsync();
            }

            await work.CommitAsync();
        }
    }

    protected override async Task<IReadOnlyList<TurnOutcome>> CommitOnceAsync(IntakeDb db, IReadOnlyList<TurnWrite> turns, IReadOnlyList<MemoWrite> memos)
    {
        var work = await PostgreSqlWork.BeginAsync(db, CancellationToken.None);
        await using (work)
        {
            var outcomes = new TurnOutcome[turns.Count];
            var fresh = await InsertDeliveriesAsync(work, turns, outcomes);
            var current = await WriteConversationsAsync(work, turns, fresh, memos, outcomes);
            var signals = new List<(NpgsqlBatchCommand Written, TurnWrite Turn)>();
            foreach (var turn in current)
                AddRest(work, turn, signals);
            await work.SendAsync();
            if (signals.FirstOrDefault(signal => signal.Written.RecordsAffected != 1) is { Turn: { } changed })
                throw SignalChanged(changed);
            await work.CommitAsync();
            return outcomes;
        }
    }

    private static async Task<List<int>> InsertDeliveriesAsync(PostgreSqlWork work, IReadOnlyList<TurnWrite> turns, TurnOutcome[] outcomes)
    {
        var inserts = turns.Select(turn =>
        {
            var columns = TurnColumns.Of(turn.Delivery);
            return work.Add(TurnTexts.Insert("Deliveries", columns) + UnlessThere, columns);
        }).ToList();
        await work.SendAsync();
        var fresh = new List<int>(turns.Count);
        for (var i = 0; i < turns.Count; i++)
        {
            if (inserts[i].RecordsAffected == 1)
                fresh.Add(i);
            else
                outcomes[i] = new TurnOutcome.Duplicate();
        }

        return fresh;
    }

    /// <summary>
    /// Memos go along with the conversations rather than before everything else: a row that is locked before its delivery is what two
    /// nodes would wait for in a circle.
    /// </summary>
    private static async Task<List<TurnWrite>> WriteConversationsAsync(
        PostgreSqlWork work, IReadOnlyList<TurnWrite> turns, List<int> fresh, IReadOnlyList<MemoWrite> memos, TurnOutcome[] outcomes)
    {
        var writes = new List<(byte[] Key, int? Turn, MemoWrite? Memo)>(
            memos.Select(memo => (memo.Conversation.ToBytes(), (int?)null, (MemoWrite?)memo)).Concat(
            fresh.Select(i => (turns[i].Conversation.Key, (int?)i, (MemoWrite?)null))));
        var sent = new List<(int Turn, NpgsqlBatchCommand Written)>(fresh.Count);

        // The sort is stable, so a memo stands before the turn of its conversation.
        foreach (var (key, turn, memo) in writes.OrderBy(write => write.Key, ByteOrder.Instance))
        {
            if (memo is not null)
            {
                work.Add(TurnTexts.WriteMemo, [new("Memo", memo.SealedMemo), new("Key", key), new("DataKeyId", memo.DataKeyId)]);
                continue;
            }

            var row = turns[turn!.Value].Conversation;
            var columns = TurnColumns.Of(row);
            var text = row.Version == 1 ? TurnTexts.Insert("Conversations", columns) + UnlessThere : TurnTexts.Update("Conversations", columns);
            sent.Add((turn.Value, work.Add(text, columns)));
        }

        await work.SendAsync();
        var current = new List<TurnWrite>(sent.Count);
        foreach (var (i, written) in sent)
        {
            if (written.RecordsAffected == 1)
            {
                outcomes[i] = new TurnOutcome.Committed();
                current.Add(turns[i]);
            }
            else
            {
                outcomes[i] = new TurnOutcome.Stale();
                work.Add(TurnTexts.DeleteDelivery, TurnColumns.Of(turns[i].Delivery));
            }
        }

        return current;
    }

    private static void AddRest(PostgreSqlWork work, TurnWrite turn, List<(NpgsqlBatchCommand Written, TurnWrite Turn)> signals)
    {
        foreach (var key in turn.NewDataKeys)
            Insert("DataKeys", TurnColumns.Of(key));
        if (turn.DestroyedDataKey is { } destroyed)
            work.Add(TurnTexts.DeleteDataKey, [new("Id", destroyed)]);
        if (turn.Signal is { } signal)
        {
            var columns = TurnColumns.Of(signal);
            signals.Add((work.Add(signal.Version == 1 ? TurnTexts.Insert("Signals", columns) : TurnTexts.Update("Signals", columns), columns), turn));
        }

        if (turn.Unparsed is { } unparsed)
            Insert("Unparsed", TurnColumns.Of(unparsed));
        foreach (var activity in turn.Activities)
            Insert("Activities", TurnColumns.Of(activity));
        foreach (var file in turn.Evidence)
            Insert("Evidence", TurnColumns.Of(file));
        foreach (var row in turn.Outbox)
            Insert("Outbox", TurnColumns.Of(row), UnlessThere);
        foreach (var (text, values) in RareStatements.Of(turn))
            work.Add(text, values);

        void Insert(string table, IReadOnlyList<Column> columns, string otherwise = "") =>
            work.Add(TurnTexts.Insert(table, columns) + otherwise, columns);
    }
}
