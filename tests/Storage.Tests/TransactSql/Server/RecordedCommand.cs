using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Senim.Storage.Tests.TransactSql.Server;

/// <summary>Takes the parameters that the client of SQL Server takes, and keeps its text instead of sending it.</summary>
internal sealed class RecordedCommand(IStored stored, CommandSource source, Action<RecordedCommand> record) : DbCommand
{
    private readonly SqlCommand parameters = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    public IReadOnlyList<string> Names { get; private set; } = [];

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => parameters.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery()
    {
        Keep();
        return stored.Written(CommandText);
    }

    public override object? ExecuteScalar()
    {
        Keep();
        return 1;
    }

    protected override DbParameter CreateDbParameter() => parameters.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        Keep();
        return source == CommandSource.SaveChanges ? Saved() : Found();
    }

    protected override void Dispose(bool disposing)
    {
        parameters.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>
    /// For each row that was written a save reads one back, and asks for no more: that one row was written, numbers that the server
    /// gave, and in the last column where there are several which of them it is.
    /// </summary>
    private static AnyRows Saved()
    {
        var columns = Enumerable.Repeat("", 100).ToList();
        return new AnyRows(int.MaxValue, columns, (row, column, type) => type == typeof(long) ? (object)(row + 1L) : column == columns.Count - 1 ? row : 1);
    }

    private AnyRows Found()
    {
        var query = new Query(CommandText);
        return new AnyRows(
            query.AlwaysHasRow || stored.HasRow(CommandText) ? 1 : 0,
            query.Columns,
            (_, column, _) => stored.Value(CommandText, query.Columns[column]));
    }

    private void Keep()
    {
        Names = [.. parameters.Parameters.Cast<SqlParameter>().Select(parameter => parameter.ParameterName.TrimStart('@'))];
        record(this);
    }
}
