namespace Senim.Routing.Storage;

/// <summary>An event that had its effect. Kept for ever: it may be delivered again at any time.</summary>
public sealed class InboxRow
{
    public Guid EventId { get; init; }

    public DateTime ConsumedUtc { get; init; }
}

/// <summary>Whether a unit has a living division. A unit without a row has one.</summary>
public sealed class UnitRow
{
    public string Code { get; init; } = "";

    public bool IsLive { get; set; }
}
