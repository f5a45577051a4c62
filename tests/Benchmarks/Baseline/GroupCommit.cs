using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Senim.Benchmarks.Baseline;

/// <summary>The rows of turns, as many and as large as the service's, through prepared statements by one writer that commits in groups.</summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int LargestGroup = 512;
    private const int TurnsOfASignal = 10;

    private readonly Channel<Pending> waiting = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly SqliteCommand delivery;
    private readonly SqliteCommand conversation;
    private readonly SqliteCommand dataKey;
    private readonly SqliteCommand signal;
    private readonly SqliteCommand outbox;
    // As large as the service's are on the average.
    private readonly byte[] state = RandomNumberGenerator.GetBytes(1_050);
    private readonly byte[] memo = RandomNumberGenerator.GetBytes(70);
    private readonly byte[] address = RandomNumberGenerator.GetBytes(42);
    private readonly byte[] content = RandomNumberGenerator.GetBytes(700);
    private readonly byte[] wrapped = RandomNumberGenerator.GetBytes(61);
    private readonly string body = new('x', 500);
    private readonly Task writing;

    public GroupCommit(string folder)
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "baseline.db")}");
        connection.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-8000;");
        Run("CREATE TABLE D (K BLOB PRIMARY KEY) WITHOUT ROWID; CREATE TABLE C (K BLOB PRIMARY KEY, V INTEGER, S BLOB, M BLOB, A BLOB, L BLOB); "
            + "CREATE TABLE W (I BLOB PRIMARY KEY, W BLOB); CREATE TABLE S (I BLOB PRIMARY KEY, K BLOB, C BLOB); CREATE TABLE O (I INTEGER PRIMARY KEY AUTOINCREMENT, B TEXT);");
        delivery = Prepare("INSERT INTO D (K) VALUES (@p0) ON CONFLICT DO NOTHING", 1);
        conversation = Prepare("INSERT INTO C (K, V, S, M, A, L) VALUES (@p0, 1, @p1, @p2, @p3, @p4) ON CONFLICT DO UPDATE SET V = V + 1, S = @p1, M = @p2, L = @p4", 5);
        dataKey = Prepare("INSERT INTO W (I, W) VALUES (@p0, @p1)", 2);
        signal = Prepare("INSERT INTO S (I, K, C) VALUES (@p0, @p1, @p2)", 3);
        outbox = Prepare("INSERT INTO O (B) VALUES (@p0)", 1);
        writing = Task.Run(WriteAsync);
    }

    public Task CommitAsync(long person, long turn)
    {
        var pending = new Pending(person, turn, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        waiting.Writer.TryWrite(pending);
        return pending.IsDone.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await writing;
        await connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        var group = new List<Pending>(LargestGroup);
        while (await waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < LargestGroup && waiting.Reader.TryRead(out var pending))
                group.Add(pending);
            using (var transaction = connection.BeginTransaction(deferred: false))
            {
                foreach (var pending in group)
                    Write(transaction, pending);
                transaction.Commit();
            }

            foreach (var pending in group)
                pending.IsDone.SetResult();
        }
    }

    private void Write(SqliteTransaction transaction, Pending pending)
    {
        var key = new byte[16];
        BitConverter.TryWriteBytes(key, pending.Person);

        // One after the other, as update ids are, with a hash behind.
        var delivered = new byte[24];
        BinaryPrimitives.WriteInt64BigEndian(delivered.AsSpan(8), pending.Turn);
        BitConverter.TryWriteBytes(delivered.AsSpan(16), pending.Person);
        Run(delivery, transaction, delivered);
        Run(conversation, transaction, key, state, memo, address, delivered);
        if (pending.Turn % TurnsOfASignal != 0)
            return;
        Run(dataKey, transaction, Guid.CreateVersion7().ToByteArray(), wrapped);
        Run(signal, transaction, Guid.CreateVersion7().ToByteArray(), key, content);
        Run(outbox, transaction, body);
    }

    private void Run(string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void Run(SqliteCommand command, SqliteTransaction transaction, params ReadOnlySpan<object> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string text, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        return command;
    }

    private sealed record Pending(long Person, long Turn, TaskCompletionSource IsDone);
}
