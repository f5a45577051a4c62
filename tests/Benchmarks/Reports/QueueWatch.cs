using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Senim.Intake.Conversations;
using Senim.Intake.Triage;

namespace Senim.Benchmarks.Reports;

/// <summary>Looks from outside, every 50 ms, which Emergencies have come to a queue.</summary>
internal sealed class QueueWatch(string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<Guid, long> seen = [];
    private readonly CancellationTokenSource stopping = new();
    private Task watching = Task.CompletedTask;

    public void Start() => watching = Task.Run(WatchAsync);

    /// <summary>When each conversation's signal was first seen in a queue, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public async Task<IReadOnlyDictionary<ConversationKey, long>> StopAsync()
    {
        await stopping.CancelAsync();
        await watching;
        await using var intake = Open("intake.db");
        await using var command = intake.CreateCommand();
        command.CommandText = "SELECT \"Id\", \"ConversationKey\" FROM \"Signals\" WHERE \"Urgency\" = @p0";
        command.Parameters.AddWithValue("@p0", (int)Urgency.Emergency);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new Dictionary<ConversationKey, long>();
        while (await reader.ReadAsync())
        {
            if (seen.TryGetValue(reader.GetGuid(0), out var at))
                found[ConversationKey.FromBytes(reader.GetFieldValue<byte[]>(1))] = at;
        }

        return found;
    }

    /// <summary>Rows that wait in the outbox.</summary>
    public async Task<long> WaitingAsync()
    {
        await using var intake = Open("intake.db");
        await using var command = intake.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM \"Outbox\" WHERE \"Kind\" = 0";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await watching;
        stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        await using var routing = Open("routing.db");
        await using var command = routing.CreateCommand();

        // Rows of one table in the order in which they were written: those seen before are not read again.
        command.CommandText = "SELECT rowid, \"SignalId\", \"Urgency\" FROM \"QueueItems\" WHERE rowid > @p0 ORDER BY rowid";
        var last = command.Parameters.Add("@p0", SqliteType.Integer);
        last.Value = 0L;
        while (!stopping.IsCancellationRequested)
        {
            await using (var reader = await command.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync())
                {
                    last.Value = reader.GetInt64(0);
                    if (reader.GetInt32(2) == (int)Urgency.Emergency)
                        seen.TryAdd(reader.GetGuid(1), Stopwatch.GetTimestamp());
                }
            }

            await Task.Delay(Interval);
        }
    }

    private SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }
}
