using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;

namespace Senim.Intake.Storage.Turns;

/// <summary>Turns on the embedded database: one writing connection, which group commit keeps busy with one transaction at a time.</summary>
internal sealed class SqliteTurnStore(IDbContextFactory<SqliteIntakeDb> contexts, WriteGate<IntakeDb> gate) : ITurnStore, IDisposable
{
    /// <summary>Seconds that a turn waits for a lock that another holds, as in the pragma; the provider's own default (30) outlasts Twilio's patience (15).</summary>
    private const int MostLockSeconds = 5;

    /// <summary>Room for all pages that a full batch changes; those that find none are written twice. Negative: KiB (sqlite.org/pragma.html).</summary>
    private const string RoomForABatch = "PRAGMA cache_size=-8000;";

    /// <summary>For the one connection, which serves one at a time; the gate is for the database, and gives way after a while.</summary>
    private readonly SemaphoreSlim writing = new(1, 1);

    private readonly ConcurrentQueue<Owed> owed = new();
    private readonly SqliteConversations stored = new(() => ConnectionString(contexts));
    private SqliteConnection? connection;
    private TurnStatements? statements;

    public Task<StoredConversation?> LoadAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(stored.Find(key));
        }
        catch (SqliteException error) when (IsUnavailable(error))
        {
            throw Unavailable(error);
        }
    }

    public async Task<IReadOnlyList<TurnOutcome>> CommitAsync(
        IReadOnlyList<TurnWrite> batch, IReadOnlyList<MemoWrite> memos, CancellationToken cancellationToken)
    {
        var outcomes = new TurnOutcome[batch.Count];
        await WriteAsync(() => CommitOrHalve(batch, memos, outcomes, 0, batch.Count), cancellationToken);
        return outcomes;
    }

    /// <summary>Those who wait together share one flush to the disk: whose turn it is first writes for all.</summary>
    public async Task EnqueueAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var mine = new Owed(row, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        owed.Enqueue(mine);
        await WriteAsync(WriteOwed, CancellationToken.None);
        await mine.IsWritten.Task;
    }

    public async Task<IReadOnlyList<DueTimeOut>> DueTimeOutsAsync(DateTime nowUtc, int limit, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await TurnReading.DueTimeOutsAsync(db, nowUtc, limit, cancellationToken);
        }
        catch (SqliteException error) when (IsUnavailable(error))
        {
            throw Unavailable(error);
        }
    }

    public void Dispose()
    {
        Close();
        stored.Dispose();
        writing.Dispose();
    }

    private async Task WriteAsync(Action write, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            using (await gate.EnterAsync(cancellationToken))
                write();
        }
        finally
        {
            writing.Release();
        }
    }

    private void WriteOwed()
    {
        var rows = new List<Owed>();
        while (owed.TryDequeue(out var next))
            rows.Add(next);
        if (rows.Count == 0)
            return;
        try
        {
            Open();
            using var transaction = connection!.BeginTransaction(deferred: false);
            foreach (var (row, _) in rows)
                statements!.Enqueue(transaction, row);
            transaction.Commit();
            rows.ForEach(row => row.IsWritten.SetResult());
        }
        catch (Exception error)
        {
            Close();
            var told = error is SqliteException failed && IsUnavailable(failed) ? Unavailable(failed) : error;
            rows.ForEach(row => row.IsWritten.TrySetException(told));
        }
    }

    private void CommitOrHalve(IReadOnlyList<TurnWrite> batch, IReadOnlyList<MemoWrite> memos, TurnOutcome[] outcomes, int start, int count)
    {
        try
        {
            CommitOnce(batch, memos, outcomes, start, count);
        }
        catch (SqliteException error) when (IsUnavailable(error))
        {
            Close();
            Array.Fill(outcomes, new TurnOutcome.Unavailable(error), start, count);
        }
        catch (Exception error)
        {
            // A failed statement may leave the connection's transaction half done: start from a clean one.
            Close();
            if (count <= 1)
            {
                if (count == 1)
                    outcomes[start] = new TurnOutcome.Poisoned(error);
                return;
            }

            var half = count / 2;
            CommitOrHalve(batch, memos, outcomes, start, half);
            CommitOrHalve(batch, [], outcomes, start + half, count - half);
        }
    }

    private void CommitOnce(IReadOnlyList<TurnWrite> batch, IReadOnlyList<MemoWrite> memos, TurnOutcome[] outcomes, int start, int count)
    {
        Open();
        using var transaction = connection!.BeginTransaction(deferred: false);
        foreach (var memo in memos)
            statements!.Write(transaction, memo);

        // Rows go in key order, so that two nodes with the same conversations never wait for each other in a circle.
        foreach (var i in Enumerable.Range(start, count).OrderBy(i => batch[i].Delivery))
            outcomes[i] = Write(transaction, batch[i]);
        transaction.Commit();
    }

    private TurnOutcome Write(SqliteTransaction transaction, TurnWrite turn)
    {
        if (!statements!.TryInsert(transaction, turn.Delivery))
            return new TurnOutcome.Duplicate();
        if (!statements.TryWrite(transaction, turn.Conversation))
        {
            statements.Delete(transaction, turn.Delivery);
            return new TurnOutcome.Stale();
        }

        foreach (var key in turn.NewDataKeys)
            statements.Insert(transaction, key);
        if (turn.DestroyedDataKey is { } destroyed)
            statements.DeleteDataKey(transaction, destroyed);
        if (turn.Signal is { } signal)
            statements.Write(transaction, signal);
        if (turn.Unparsed is { } unparsed)
            statements.Insert(transaction, unparsed);
        foreach (var activity in turn.Activities)
            statements.Insert(transaction, activity);
        foreach (var file in turn.Evidence)
            statements.Insert(transaction, file);
        foreach (var row in turn.Outbox)
            statements.Insert(transaction, row);
        foreach (var (text, values) in RareStatements.Of(turn))
            statements.Run(transaction, text, values);
        return new TurnOutcome.Committed();
    }

    private void Open()
    {
        if (connection is not null)
            return;
        var opened = new SqliteConnection(ConnectionString(contexts)) { DefaultTimeout = MostLockSeconds };
        try
        {
            opened.Open();
            SqlitePragmas.Apply(opened);
            using (var room = opened.CreateCommand())
            {
                room.CommandText = RoomForABatch;
                room.ExecuteNonQuery();
            }

            statements = new TurnStatements(opened);
            connection = opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private void Close()
    {
        statements?.Dispose();
        connection?.Dispose();
        statements = null;
        connection = null;
    }

    private static string ConnectionString(IDbContextFactory<SqliteIntakeDb> contexts)
    {
        using var db = contexts.CreateDbContext();
        return db.Database.GetConnectionString()!;
    }

    private sealed record Owed(OutboxRow Row, TaskCompletionSource IsWritten);

    private static StorageUnavailableException Unavailable(SqliteException error) =>
        new($"The intake database cannot be used (SQLite error {error.SqliteErrorCode}).", error);

    /// <summary>Errors of the file and its disk, as against errors of one statement (sqlite.org/rescode.html).</summary>
    private static bool IsUnavailable(SqliteException error) => error.SqliteErrorCode is
        1 /* ERROR: no such table, an unmigrated or emptied file */ or
        3 /* PERM */ or 5 /* BUSY */ or 6 /* LOCKED */ or 7 /* NOMEM */ or 8 /* READONLY */ or 10 /* IOERR */ or
        11 /* CORRUPT */ or 13 /* FULL */ or 14 /* CANTOPEN */ or 15 /* PROTOCOL */ or 22 /* NOLFS */ or 26 /* NOTADB */;
}
