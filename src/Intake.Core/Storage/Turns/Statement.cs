using System.Data.Common;

namespace Senim.Intake.Storage.Turns;

/// <summary>
/// One prepared statement of the turn's path, with positional values. The path lies below EF Core because each turn's fate is read
/// from row counts, and because a group of hundreds is written with statements prepared once.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand command;

    public Statement(DbConnection connection, string text, int parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }
    }

    /// <returns>The number of rows written.</returns>
    public int Run(DbTransaction transaction, params ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
