using Senim.Intake;
using Senim.Intake.Triage;

namespace Senim.Routing.Alerts.Sending;

/// <summary>One way out. Safe to use side by side; what it cannot do it says, and it throws only for bugs.</summary>
internal interface IAlertCarrier
{
    AlertWay Way { get; }

    /// <summary>The settings say how. Nothing is laid down for a way that is off.</summary>
    bool IsOn { get; }

    /// <summary>Everything goes by one server: when that is away, only now and then something is tried.</summary>
    bool IsOneServer => true;

    /// <summary>The longest time between two attempts.</summary>
    TimeSpan LongestWait => TimeSpan.FromMinutes(30);

    Task<Delivery> DeliverAsync(AlertMessage message, CancellationToken cancellationToken);

    /// <summary>Recipients other than accounts that hear of an alert by this way.</summary>
    IEnumerable<string> RecipientsOf(NewAlert alert) => [];

    /// <summary>Where a recipient of <see cref="RecipientsOf"/> is reached; null when the settings do not say so any more.</summary>
    string? AddressOf(string recipient) => null;
}

/// <summary>What is sent; nothing of what the case says is known here.</summary>
/// <param name="Address">In the way's own form.</param>
/// <param name="Link">To the case, or to the desk.</param>
internal sealed record AlertMessage(string AlertId, AlertKind Kind, Urgency Urgency, string Recipient, string Address, Language Language, Uri Link)
{
    public string? Reference { get; init; }

    public string? UnitCode { get; init; }

    public DateTime CreatedUtc { get; init; }
}

internal abstract record Delivery
{
    private Delivery()
    {
    }

    public sealed record Sent : Delivery;

    /// <summary>The way does not work now: this and everything else that goes by it is tried again.</summary>
    /// <param name="Code">For staff; holds no address.</param>
    public sealed record Unavailable(string Code) : Delivery;

    /// <summary>This one was not taken now and is tried again; others may be.</summary>
    public sealed record Later(string Code) : Delivery;

    /// <summary>This address does not take it, now or later.</summary>
    public sealed record Refused(string Code) : Delivery;
}
