using Microsoft.Data.Sqlite;
using Senim.Intake.Conversations;

namespace Senim.Intake.Storage.Turns;

/// <summary>Tells whether a conversation is stored, over one prepared statement on a connection of its own.</summary>
/// <param name="connectionString">Of the intake database.</param>
internal sealed class SqliteConversationIndex(Func<string> connectionString) : IDisposable
{
    private readonly Lock guard = new();
    private SqliteConnection? connection;
    private SqliteCommand? command;

    /// <exception cref="SqliteException">The database cannot be read; the next call opens it anew.</exception>
    public bool Holds(ConversationKey key)
    {
        lock (guard)
        {
            try
            {
                Open();
                command!.Parameters[0].Value = key.ToBytes();
                return command.ExecuteScalar() is not null;
            }
            catch
            {
                Close();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (guard)
            Close();
    }

    private void Open()
    {
        if (command is not null)
            return;
        connection = new SqliteConnection(connectionString());
        connection.Open();
        SqlitePragmas.Apply(connection);
        command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM \"Conversations\" WHERE \"Key\" = @p0";
        command.Parameters.Add("@p0", SqliteType.Blob);
        command.Prepare();
    }

    private void Close()
    {
        command?.Dispose();
        connection?.Dispose();
        command = null;
        connection = null;
    }
}
