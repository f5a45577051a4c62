namespace Senim.Intake.Storage.Turns;

/// <summary>What is written for turns on a server, in the words common to PostgreSQL and SQL Server. Values are <c>@p0</c>, <c>@p1</c> and so on.</summary>
internal static class TurnTexts
{
    public const string DeleteDelivery = "DELETE FROM \"Deliveries\" WHERE \"Key\" = @p0";

    public const string DeleteDataKey = "DELETE FROM \"DataKeys\" WHERE \"Id\" = @p0";

    public const string WriteMemo = "UPDATE \"Conversations\" SET \"Memo\" = @p0 WHERE \"Key\" = @p1 AND \"DataKeyId\" = @p2";

    /// <summary>With its attempts back at none, a sweep that has the row in hand does not take it for done.</summary>
    public const string RenewOutbox = "UPDATE \"Outbox\" SET \"Attempts\" = 0, \"CreatedUtc\" = @p0, \"DueUtc\" = @p1 WHERE \"MessageId\" = @p2";

    public const string WriteQuestion =
        "UPDATE \"Questions\" SET \"State\" = @p0, \"PushedUtc\" = @p1, \"ReadUtc\" = @p2, \"AnsweredUtc\" = @p3, \"ReturnedUtc\" = @p4, \"Bar\" = @p5, \"Answer\" = @p6 WHERE \"Id\" = @p7";

    public const string DeleteAccessCodes = "DELETE FROM \"AccessCodes\" WHERE \"SignalId\" = @p0";

    public static string Insert(string table, IReadOnlyList<Column> columns) =>
        $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) " +
        $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";

    /// <summary>Writes only over the version before: the key stands first and the new version second.</summary>
    public static string Update(string table, IReadOnlyList<Column> columns) =>
        $"UPDATE \"{table}\" SET {string.Join(", ", columns.Skip(1).Select((column, i) => $"\"{column.Name}\" = @p{i + 1}"))} " +
        $"WHERE \"{columns[0].Name}\" = @p0 AND \"Version\" = @p1 - 1";
}
