using System.Data;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;

namespace Senim.Intake.Storage.Turns;

/// <summary>
/// Turns on SQL Server, one row a statement. There is no conditional insert, so a row that is there already raises an error, which the
/// statement itself turns into no rows; with XACT_ABORT off the transaction goes on.
/// </summary>
internal sealed class SqlServerTurnStore(IDbContextFactory<IntakeDb> contexts) : ServerTurnStore(contexts)
{
    protected override bool IsUnavailable(Exception error) => ServerFaults.IsSqlServerUnavailable(error);

    protected override bool IsRace(Exception error) => ServerFaults.IsSqlServerRace(error);

    protected override async Task EnqueueAsync(IntakeDb db, OutboxRow row, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await InsertUnlessThereAsync(db, "Outbox", TurnColumns.Of(row)) != 1)
            await RunAsync(db, TurnTexts.RenewOutbox, [Column.Time("CreatedUtc", row.CreatedUtc), Column.Time("DueUtc", row.DueUtc), new("MessageId", row.MessageId)]);
        await transaction.CommitAsync(CancellationToken.None);
    }

    protected override async Task<IReadOnlyList<TurnOutcome>> CommitOnceAsync(IntakeDb db, IReadOnlyList<TurnWrite> turns, IReadOnlyList<MemoWrite> memos)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var outcomes = new TurnOutcome[turns.Count];
        for (var i = 0; i < turns.Count; i++)
            outcomes[i] = await InsertUnlessThereAsync(db, "Deliveries", TurnColumns.Of(turns[i].Delivery)) == 1 ? new TurnOutcome.Committed() : new TurnOutcome.Duplicate();

        // Memos after the deliveries: a conversation locked before its delivery is what two nodes would wait for in a circle.
        foreach (var memo in memos.OrderBy(memo => memo.Conversation.ToBytes(), ByteOrder.Instance))
            await RunAsync(db, TurnTexts.WriteMemo, [new("Memo", memo.SealedMemo), new("Key", memo.Conversation.ToBytes()), new("DataKeyId", memo.DataKeyId)]);
        foreach (var i in Enumerable.Range(0, turns.Count).OrderBy(i => turns[i].Conversation.Key, ByteOrder.Instance))
        {
            if (outcomes[i] is TurnOutcome.Committed && !await WriteAsync(db, turns[i]))
                outcomes[i] = new TurnOutcome.Stale();
        }

        await transaction.CommitAsync();
        return outcomes;
    }

    /// <returns>False when the conversation has another version by now.</returns>
    private static async Task<bool> WriteAsync(IntakeDb db, TurnWrite turn)
    {
        var conversation = TurnColumns.Of(turn.Conversation);
        var written = turn.Conversation.Version == 1
            ? await InsertUnlessThereAsync(db, "Conversations", conversation)
            : await RunAsync(db, TurnTexts.Update("Conversations", conversation), conversation);
        if (written != 1)
        {
            await RunAsync(db, TurnTexts.DeleteDelivery, TurnColumns.Of(turn.Delivery));
            return false;
        }

        foreach (var key in turn.NewDataKeys)
            await InsertAsync(db, "DataKeys", TurnColumns.Of(key));
        if (turn.DestroyedDataKey is { } destroyed)
            await RunAsync(db, TurnTexts.DeleteDataKey, [new("Id", destroyed)]);
        if (turn.Signal is { } signal)
        {
            var columns = TurnColumns.Of(signal);
            if (await RunAsync(db, signal.Version == 1 ? TurnTexts.Insert("Signals", columns) : TurnTexts.Update("Signals", columns), columns) != 1)
                throw SignalChanged(turn);
        }

        if (turn.Unparsed is { } unparsed)
            await InsertAsync(db, "Unparsed", TurnColumns.Of(unparsed));
        foreach (var activity in turn.Activities)
            await InsertAsync(db, "Activities", TurnColumns.Of(activity));
        foreach (var file in turn.Evidence)
            await InsertAsync(db, "Evidence", TurnColumns.Of(file));
        foreach (var row in turn.Outbox)
            await InsertUnlessThereAsync(db, "Outbox", TurnColumns.Of(row));
        foreach (var (text, values) in RareStatements.Of(turn))
            await RunAsync(db, text, values);
        return true;
    }

    private static Task<int> InsertAsync(IntakeDb db, string table, IReadOnlyList<Column> columns) =>
        RunAsync(db, TurnTexts.Insert(table, columns), columns);

    private static Task<int> InsertUnlessThereAsync(IntakeDb db, string table, IReadOnlyList<Column> columns) =>
        RunAsync(db, UnlessThere(TurnTexts.Insert(table, columns)), columns);

    /// <summary>2627 and 2601: a row with that key, or with that value of a unique index, is there.</summary>
    private static string UnlessThere(string insert) =>
        $"SET XACT_ABORT OFF; BEGIN TRY {insert}; END TRY BEGIN CATCH IF ERROR_NUMBER() NOT IN (2601, 2627) BEGIN; THROW; END; END CATCH";

    /// <returns>Rows written; -1 when the statement was caught.</returns>
    private static Task<int> RunAsync(IntakeDb db, string text, IReadOnlyList<Column> values) =>
        db.Database.ExecuteSqlRawAsync(text, values.Select((value, i) => (object)Parameter(i, value)));

    private static SqlParameter Parameter(int number, Column column) =>
        new(string.Create(CultureInfo.InvariantCulture, $"@p{number}"), TypeOf(column.Type)) { Value = column.Value ?? DBNull.Value };

    private static SqlDbType TypeOf(Type type) => type switch
    {
        _ when type == typeof(byte[]) => SqlDbType.VarBinary,
        _ when type == typeof(Guid) => SqlDbType.UniqueIdentifier,
        _ when type == typeof(long) => SqlDbType.BigInt,
        _ when type == typeof(int) => SqlDbType.Int,
        _ when type == typeof(bool) => SqlDbType.Bit,
        _ => SqlDbType.NVarChar,
    };
}
