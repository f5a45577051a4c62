using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Senim.Storage.Tests.TransactSql.Server;

/// <summary>
/// Stands where SQL Server would: no connection is opened, no transaction begun and nothing executed. What would have been sent is kept,
/// and answered by <paramref name="stored"/>.
/// </summary>
internal sealed class SuppressedServer(IStored stored) : IDbConnectionInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor
{
    private readonly List<RecordedCommand> sent = [];

    /// <summary>Commands that were executed, in their order.</summary>
    public IReadOnlyList<RecordedCommand> Sent
    {
        get
        {
            lock (sent)
                return [.. sent];
        }
    }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());

    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        InterceptionResult<DbTransaction>.SuppressWithResult(new NoTransaction(connection));

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        new(TransactionStarting(connection, eventData, result));

    /// <summary>A command of the client's own would take no transaction but the client's.</summary>
    public InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        InterceptionResult<DbCommand>.SuppressWithResult(new RecordedCommand(stored, eventData.CommandSource, Record));

    private void Record(RecordedCommand command)
    {
        lock (sent)
            sent.Add(command);
    }

    private sealed class NoTransaction(DbConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }
}
