using Senim.Intake.Triage;

namespace Senim.Routing.Alerts;

/// <summary>One alert to one recipient by one way: ids, codes and times, never a word of the case and no address.</summary>
public sealed class AlertRow
{
    public long Id { get; init; }

    /// <summary>Eight digits, shown in the text: the same for every recipient, way and repeat of one alert.</summary>
    public string AlertId { get; init; } = "";

    public AlertKind Kind { get; init; }

    public AlertWay Way { get; init; }

    /// <summary>Id of an account, or one of <see cref="AlertRecipients"/>.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>Null for what is about no case.</summary>
    public Guid? ItemId { get; init; }

    public string? Reference { get; init; }

    public string? UnitCode { get; init; }

    /// <summary>The case's <see cref="Queues.QueueItem.StepRound"/> when it was laid down: once the case has gone on, it is not sent any more.</summary>
    public int Round { get; init; }

    /// <summary>Of the case; <see cref="Urgency.Information"/> for what is about none. The highest go first.</summary>
    public Urgency Urgency { get; init; }

    public DateTime CreatedUtc { get; init; }

    public DateTime NextAttemptUtc { get; set; }

    /// <summary>Attempts begun; raised before each attempt, so that of two nodes one makes it.</summary>
    public int Attempts { get; set; }

    /// <summary>Until then whoever began an attempt is at it, or died in it.</summary>
    public DateTime? LeaseUntilUtc { get; set; }

    public AlertStatus Status { get; set; }

    public DateTime? SentUtc { get; set; }

    public DateTime? AcknowledgedUtc { get; set; }

    /// <summary>Why the last attempt failed, as a code such as <c>smtp-550</c>.</summary>
    public string? Failure { get; set; }
}

/// <summary>Recipients that have no account.</summary>
public static class AlertRecipients
{
    /// <summary>Whoever runs the installation.</summary>
    public const string Operator = "operator";

    private const string UnitPrefix = "unit:";

    /// <summary>The system of a unit; <c>*</c> for one that hears of every unit.</summary>
    public static string Unit(string code) => UnitPrefix + code;

    public static bool IsStaff(string recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return recipient != Operator && !recipient.StartsWith(UnitPrefix, StringComparison.Ordinal);
    }
}
