using System.Data.Common;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Outbox;

namespace Senim.Intake.Storage.Turns;

/// <summary>The statements by which turns are written, in the words common to SQLite and PostgreSQL.</summary>
internal sealed class TurnStatements(DbConnection connection) : IDisposable
{
    private readonly Statement insertDelivery = Insert(connection, "Deliveries", ["Key"], orIgnore: true);
    private readonly Statement deleteDelivery = new(connection, "DELETE FROM \"Deliveries\" WHERE \"Key\" = @p0", 1);
    private readonly Statement insertDataKey = Insert(connection, "DataKeys", ["Id", "Wrapped"], orIgnore: false);
    private readonly Statement deleteDataKey = new(connection, "DELETE FROM \"DataKeys\" WHERE \"Id\" = @p0", 1);
    private readonly Statement insertConversation = Insert(connection, "Conversations", ConversationColumns, orIgnore: true);
    private readonly Statement updateConversation = Update(connection, "Conversations", "Key", ConversationColumns);
    private readonly Statement insertSignal = Insert(connection, "Signals", SignalColumns, orIgnore: false);
    private readonly Statement updateSignal = Update(connection, "Signals", "Id", SignalColumns);
    private readonly Statement insertUnparsed = Insert(connection, "Unparsed", ["Id", "SignalId", "DataKeyId", "ReceivedUtc", "Content"], orIgnore: false);
    private readonly Statement insertActivity = Insert(connection, "Activities", ["ConversationKey", "Number", "DataKeyId", "CreatedUtc", "Content"], orIgnore: false);
    private readonly Statement insertEvidence = Insert(connection, "Evidence", EvidenceColumns, orIgnore: false);
    private readonly Statement insertOutbox = Insert(connection, "Outbox", OutboxColumns, orIgnore: true);
    private readonly Statement renewOutbox = new(connection, "UPDATE \"Outbox\" SET \"Attempts\" = 0, \"CreatedUtc\" = @p0, \"DueUtc\" = @p1 WHERE \"MessageId\" = @p2", 3);
    private readonly Statement updateMemo = new(connection, "UPDATE \"Conversations\" SET \"Memo\" = @p0 WHERE \"Key\" = @p1 AND \"DataKeyId\" = @p2", 3);

    private static string[] ConversationColumns =>
        ["Key", "Version", "Channel", "DataKeyId", "State", "Memo", "Address", "LastDelivery", "LastActivity", "TimeoutUtc", "SignalId"];

    private static string[] SignalColumns =>
    [
        "Id", "Version", "Reference", "Channel", "Source", "Language", "Urgency", "Categories", "PlaceCode", "Incomplete", "Unparsed", "ReceivedUtc",
        "ChangedUtc", "FirstLookDueUtc", "AssignedDueUtc", "VisitDueUtc", "CloseDueUtc", "ConversationKey", "DataKeyId", "Content",
    ];

    private static string[] EvidenceColumns =>
    [
        "Id", "Position", "Delivery", "DataKeyId", "Channel", "Kind", "State", "Type", "HasWords", "ReceivedUtc", "FileName", "Bytes", "Reference", "Secrets",
        "AskedUtc", "HeardUtc",
    ];

    private static string[] OutboxColumns =>
        ["Kind", "Lane", "MessageId", "Type", "RoutingKey", "Body", "CreatedUtc", "DueUtc", "Attempts"];

    /// <returns>False when the delivery is there already.</returns>
    public bool TryInsert(DbTransaction transaction, DeliveryKey delivery) =>
        insertDelivery.Run(transaction, delivery.ToBytes()) == 1;

    public void Delete(DbTransaction transaction, DeliveryKey delivery) =>
        deleteDelivery.Run(transaction, delivery.ToBytes());

    /// <returns>False when the conversation has another version by now.</returns>
    public bool TryWrite(DbTransaction transaction, ConversationRow row) =>
        (row.Version == 1 ? insertConversation : updateConversation).Run(
            transaction,
            row.Key,
            row.Version,
            row.Channel.ToString(),
            row.DataKeyId,
            row.State,
            row.Memo,
            row.Address,
            row.LastDelivery,
            row.LastActivity,
            row.TimeoutUtc?.ToUnixMilliseconds(),
            row.SignalId) == 1;

    public void Insert(DbTransaction transaction, DataKeyRow row) => insertDataKey.Run(transaction, row.Id, row.Wrapped);

    public void DeleteDataKey(DbTransaction transaction, Guid id) => deleteDataKey.Run(transaction, id);

    /// <exception cref="InvalidOperationException">The signal was changed by something else than its conversation.</exception>
    public void Write(DbTransaction transaction, SignalRow row)
    {
        var written = (row.Version == 1 ? insertSignal : updateSignal).Run(
            transaction,
            row.Id,
            row.Version,
            row.Reference,
            row.Channel.ToString(),
            row.Source.ToString(),
            row.Language.ToString(),
            (int)row.Urgency,
            row.Categories,
            row.PlaceCode,
            row.Incomplete ? 1 : 0,
            row.Unparsed ? 1 : 0,
            row.ReceivedUtc.ToUnixMilliseconds(),
            row.ChangedUtc.ToUnixMilliseconds(),
            row.FirstLookDueUtc.ToUnixMilliseconds(),
            row.AssignedDueUtc.ToUnixMilliseconds(),
            row.VisitDueUtc?.ToUnixMilliseconds(),
            row.CloseDueUtc.ToUnixMilliseconds(),
            row.ConversationKey,
            row.DataKeyId,
            row.Content);
        if (written != 1)
            throw new InvalidOperationException($"Signal {row.Id:N} is not at version {row.Version - 1}.");
    }

    public void Insert(DbTransaction transaction, UnparsedRow row) =>
        insertUnparsed.Run(transaction, row.Id, row.SignalId, row.DataKeyId, row.ReceivedUtc.ToUnixMilliseconds(), row.Content);

    public void Insert(DbTransaction transaction, ActivityRow row) =>
        insertActivity.Run(transaction, row.ConversationKey, row.Number, row.DataKeyId, row.CreatedUtc.ToUnixMilliseconds(), row.Content);

    public void Insert(DbTransaction transaction, EvidenceRow row) =>
        insertEvidence.Run(
            transaction,
            row.Id,
            row.Position,
            row.Delivery,
            row.DataKeyId,
            row.Channel.ToString(),
            row.Kind.ToString(),
            (int)row.State,
            row.Type.ToString(),
            row.HasWords ? 1 : 0,
            row.ReceivedUtc.ToUnixMilliseconds(),
            row.FileName,
            row.Bytes,
            row.Reference,
            row.Secrets,
            row.AskedUtc?.ToUnixMilliseconds(),
            row.HeardUtc?.ToUnixMilliseconds());

    /// <summary>
    /// A row that is there already starts anew. With its attempts back at none, a sweep that has it in hand does not take it for done.
    /// </summary>
    public void Enqueue(DbTransaction transaction, OutboxRow row)
    {
        if (Insert(transaction, row) == 0)
            renewOutbox.Run(transaction, row.CreatedUtc.ToUnixMilliseconds(), row.DueUtc.ToUnixMilliseconds(), row.MessageId);
    }

    /// <returns>0 when a row with that message id is there already.</returns>
    public int Insert(DbTransaction transaction, OutboxRow row) =>
        insertOutbox.Run(
            transaction,
            (int)row.Kind,
            (int)row.Lane,
            row.MessageId,
            row.Type,
            row.RoutingKey,
            row.Body,
            row.CreatedUtc.ToUnixMilliseconds(),
            row.DueUtc.ToUnixMilliseconds(),
            row.Attempts);

    /// <summary>One that is too rare to be kept prepared.</summary>
    public void Run(DbTransaction transaction, string text, IReadOnlyList<Column> values)
    {
        using var rare = new Statement(connection, text, values.Count);
        rare.Run(transaction, [.. values.Select(column => column.Value)]);
    }

    public void Write(DbTransaction transaction, MemoWrite memo) =>
        updateMemo.Run(transaction, memo.SealedMemo, memo.Conversation.ToBytes(), memo.DataKeyId);

    public void Dispose()
    {
        foreach (var statement in (Statement[])
            [insertDelivery, deleteDelivery, insertDataKey, deleteDataKey, insertConversation, updateConversation, insertSignal, updateSignal,
             insertUnparsed, insertActivity, insertEvidence, insertOutbox, renewOutbox, updateMemo])
        {
            statement.Dispose();
        }
    }

    private static Statement Insert(DbConnection connection, string table, string[] columns, bool orIgnore) =>
        new(
            connection,
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) " +
            $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))}){(orIgnore ? " ON CONFLICT DO NOTHING" : "")}",
            columns.Length);

    /// <summary>Writes only over the version before: <c>@p0</c> is the key and <c>@p1</c> the new version.</summary>
    private static Statement Update(DbConnection connection, string table, string key, string[] columns) =>
        new(
            connection,
            $"UPDATE \"{table}\" SET {string.Join(", ", columns.Skip(1).Select((column, i) => $"\"{column}\" = @p{i + 1}"))} " +
            $"WHERE \"{key}\" = @p0 AND \"Version\" = @p1 - 1",
            columns.Length);
}
