using Senim.Intake.Codes;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Outbox;

namespace Senim.Intake.Storage.Turns;

/// <summary>The rows of turns as named values, in the form in which server databases keep them. The key comes first, then the version.</summary>
internal static class TurnColumns
{
    public static IReadOnlyList<Column> Of(ConversationRow row) =>
    [
        new("Key", row.Key),
        new("Version", row.Version),
        new("Channel", row.Channel.ToString()),
        new("DataKeyId", row.DataKeyId),
        new("State", row.State),
        Column.Bytes("Memo", row.Memo),
        Column.Bytes("Address", row.Address),
        new("LastDelivery", row.LastDelivery),
        new("LastActivity", row.LastActivity),
        Column.Time("TimeoutUtc", row.TimeoutUtc),
        new("SignalId", row.SignalId, typeof(Guid)),
    ];

    public static IReadOnlyList<Column> Of(SignalRow row) =>
    [
        new("Id", row.Id),
        new("Version", row.Version),
        new("Reference", row.Reference),
        new("Channel", row.Channel.ToString()),
        new("Source", row.Source.ToString()),
        new("Language", row.Language.ToString()),
        new("Urgency", (int)row.Urgency),
        new("Categories", row.Categories),
        new("PlaceCode", row.PlaceCode, typeof(string)),
        new("Incomplete", row.Incomplete),
        new("Unparsed", row.Unparsed),
        Column.Time("ReceivedUtc", row.ReceivedUtc),
        Column.Time("ChangedUtc", row.ChangedUtc),
        Column.Time("FirstLookDueUtc", row.FirstLookDueUtc),
        Column.Time("AssignedDueUtc", row.AssignedDueUtc),
        Column.Time("VisitDueUtc", row.VisitDueUtc),
        Column.Time("CloseDueUtc", row.CloseDueUtc),
        new("ConversationKey", row.ConversationKey),
        new("DataKeyId", row.DataKeyId),
        new("Content", row.Content),
    ];

    public static IReadOnlyList<Column> Of(DataKeyRow row) => [new("Id", row.Id), new("Wrapped", row.Wrapped)];

    public static IReadOnlyList<Column> Of(DeliveryKey key) => [new("Key", key.ToBytes())];

    public static IReadOnlyList<Column> Of(UnparsedRow row) =>
    [
        new("Id", row.Id),
        new("SignalId", row.SignalId),
        new("DataKeyId", row.DataKeyId),
        Column.Time("ReceivedUtc", row.ReceivedUtc),
        new("Content", row.Content),
    ];

    public static IReadOnlyList<Column> Of(ActivityRow row) =>
    [
        new("ConversationKey", row.ConversationKey),
        new("Number", row.Number),
        new("DataKeyId", row.DataKeyId),
        Column.Time("CreatedUtc", row.CreatedUtc),
        new("Content", row.Content),
    ];

    public static IReadOnlyList<Column> Of(AccessCodeRow row) =>
    [
        new("Hash", row.Hash),
        new("SignalId", row.SignalId),
        Column.Time("CreatedUtc", row.CreatedUtc),
    ];

    public static IReadOnlyList<Column> Of(EvidenceRow row) =>
    [
        new("Id", row.Id),
        new("Position", row.Position),
        new("Delivery", row.Delivery),
        new("DataKeyId", row.DataKeyId),
        new("Channel", row.Channel.ToString()),
        new("Kind", row.Kind.ToString()),
        new("State", (int)row.State),
        new("Type", row.Type.ToString()),
        new("HasWords", row.HasWords),
        Column.Time("ReceivedUtc", row.ReceivedUtc),
        new("FileName", row.FileName, typeof(string)),
        new("Bytes", row.Bytes),
        Column.Bytes("Reference", row.Reference),
        Column.Bytes("Secrets", row.Secrets),
        Column.Time("AskedUtc", row.AskedUtc),
        Column.Time("HeardUtc", row.HeardUtc),
    ];

    public static IReadOnlyList<Column> Of(OutboxRow row) =>
    [
        new("Kind", (int)row.Kind),
        new("Lane", (int)row.Lane),
        new("MessageId", row.MessageId),
        new("Type", row.Type),
        new("RoutingKey", row.RoutingKey),
        new("Body", row.Body),
        Column.Time("CreatedUtc", row.CreatedUtc),
        Column.Time("DueUtc", row.DueUtc),
        new("Attempts", row.Attempts),
    ];
}

/// <param name="Type">Said even where there is no value: a server takes an untyped nothing for text.</param>
internal sealed record Column(string Name, object? Value, Type Type)
{
    public Column(string name, object value)
        : this(name, value, value.GetType())
    {
    }

    public static Column Bytes(string name, byte[]? value) => new(name, value, typeof(byte[]));

    public static Column Time(string name, DateTime? value) => new(name, value?.ToUnixMilliseconds(), typeof(long));
}
