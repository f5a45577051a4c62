namespace Senim.Routing.Queues;

/// <summary>One thing that happened to an item. Written once, never changed.</summary>
public sealed class QueueHistoryRow
{
    /// <summary>In the order in which things happened.</summary>
    public long Id { get; init; }

    public Guid ItemId { get; init; }

    public DateTime AtUtc { get; init; }

    public QueueAction Action { get; init; }

    /// <summary>Id of the account; null when nobody of staff did it.</summary>
    public string? By { get; init; }

    /// <summary>Of the form that staff sent; what they wrote in it lies sealed under the same id. Null where there was none.</summary>
    public Guid? StepId { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }
}
