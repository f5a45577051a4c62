using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Senim.Benchmarks.Reports;

/// <summary>Rows that years of service would have left.</summary>
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
}
