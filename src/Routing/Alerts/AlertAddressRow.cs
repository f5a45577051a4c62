namespace Senim.Routing.Alerts;

/// <summary>Where one member of staff is reached by one way.</summary>
public sealed class AlertAddressRow
{
    public string StaffId { get; init; } = "";

    public AlertWay Way { get; init; }

    /// <summary>A mail address, a number in E.164, or the id of a chat; empty for the desk and for a bot that is not linked yet.</summary>
    public string Address { get; set; } = "";

    /// <summary>When its owner answered a test there; null: it gets tests alone.</summary>
    public DateTime? ConfirmedUtc { get; set; }

    /// <summary>SHA-256 of the one-time code by which the bot is linked; null when none was given out.</summary>
    public byte[]? LinkHash { get; set; }

    public DateTime? LinkUntilUtc { get; set; }

    /// <summary>Wrong codes since the last test.</summary>
    public int WrongCodes { get; set; }
}
