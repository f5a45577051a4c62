using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Senim.Intake.Storage.Turns;

/// <summary>One transaction whose statements are gathered and sent many at a time.</summary>
internal sealed class PostgreSqlWork : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly List<NpgsqlBatchCommand> gathered = [];

    private PostgreSqlWork(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (this.connection, this.transaction) = (connection, transaction);

    /// <param name="db">Owns the connection.</param>
    public static async Task<PostgreSqlWork> BeginAsync(DbContext db, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await connection.OpenAsync(cancellationToken);
        return new PostgreSqlWork(connection, await connection.BeginTransactionAsync(cancellationToken));
    }

    /// <returns>Tells its row count once it was sent.</returns>
    public NpgsqlBatchCommand Add(string text, IReadOnlyList<Column> values)
    {
        var command = new NpgsqlBatchCommand(text);
        for (var i = 0; i < values.Count; i++)
            command.Parameters.Add(new NpgsqlParameter($"p{i}", TypeOf(values[i].Type)) { Value = values[i].Value ?? DBNull.Value });
        gathered.Add(command);
        return command;
    }

    /// <summary>One round trip for everything gathered.</summary>
    public async Task SendAsync()
    {
        if (gathered.Count == 0)
            return;
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var command in gathered)
            batch.BatchCommands.Add(command);
        gathered.Clear();
        await batch.ExecuteNonQueryAsync();
    }

    public Task CommitAsync() => transaction.CommitAsync();

    public ValueTask DisposeAsync() => transaction.DisposeAsync();

    private static NpgsqlDbType TypeOf(Type type) => type switch
    {
        _ when type == typeof(byte[]) => NpgsqlDbType.Bytea,
        _ when type == typeof(Guid) => NpgsqlDbType.Uuid,
        _ when type == typeof(long) => NpgsqlDbType.Bigint,
        _ when type == typeof(int) => NpgsqlDbType.Integer,
        _ when type == typeof(bool) => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Text,
    };
}
