namespace Senim.Routing.Storage;

/// <summary>An event that had its effect. Kept for ever: it may be delivered again at any time.</summary>
public sealed class InboxRow
{
    public Guid EventId { get; init; }

    public DateTime ConsumedUtc { get; init; }
}

/// <summary>Whether a unit has a living division, and its head. A unit without a row has a division and no head.</summary>
public sealed class UnitRow
{
    public string Code { get; init; } = "";

    public bool IsLive { get; set; }

    /// <summary>Null where there is no division, or was one from the beginning.</summary>
    public DateTime? LiveSinceUtc { get; set; }

    /// <summary>Id of the account.</summary>
    public string? HeadId { get; set; }
}
