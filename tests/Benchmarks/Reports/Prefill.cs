using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Benchmarks.Reports;

/// <summary>Rows that years of service, or a bad day, would have left.</summary>
internal static class Prefill
{
    private const int Bytes = 24;

    /// <summary>Random delivery keys, written beside the running service.</summary>
    public static void Deliveries(string file, int count)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO \"Deliveries\" (\"Key\") VALUES (@p0)";
        var key = command.Parameters.Add("@p0", SqliteType.Blob);
        for (var i = 0; i < count; i++)
        {
            key.Value = RandomNumberGenerator.GetBytes(Bytes);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Events of Standard signals that are due, as the service lays them down, written beside it.</summary>
    public static void Events(string file, int count)
    {
        var now = TimeProvider.System.NowUtc();
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "INSERT INTO \"Outbox\" (\"Kind\", \"Lane\", \"MessageId\", \"Type\", \"RoutingKey\", \"Body\", \"CreatedUtc\", \"DueUtc\", \"Attempts\") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p6, 0)";
        for (var i = 0; i < 7; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        for (var i = 0; i < count; i++)
        {
            var signal = new SignalRow
            {
                Id = Guid.CreateVersion7(),
                Version = 1,
                Reference = StaffReference.New(),
                Channel = ChannelKind.Telegram,
                Source = SignalSource.Unknown,
                Language = Language.Ru,
                Urgency = Urgency.Standard,
                Categories = CategoryCodes.Code(Category.Bullying),
                ReceivedUtc = now,
                ChangedUtc = now,
                FirstLookDueUtc = now.AddHours(4),
                AssignedDueUtc = now.AddDays(1),
                CloseDueUtc = now.AddDays(15),
            };
            var row = SignalRows.Event(signal, hasNewWords: false);
            object[] values = [(int)row.Kind, (int)row.Lane, row.MessageId, row.Type, row.RoutingKey, row.Body, row.CreatedUtc.ToUnixMilliseconds()];
            for (var p = 0; p < values.Length; p++)
                command.Parameters[p].Value = values[p];
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
