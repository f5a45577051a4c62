namespace Senim.Routing.Drills;

/// <summary>One silent drill of one unit: whoever is on duty is alerted, marked as a drill, and it is measured how soon they answer.</summary>
public sealed class DrillRow
{
    public Guid Id { get; init; }

    public string UnitCode { get; init; } = "";

    /// <summary>Monday of its week, local.</summary>
    public DateOnly Week { get; init; }

    public DateTime BegunUtc { get; init; }

    /// <summary>People who were alerted; 0: nobody was on duty.</summary>
    public int People { get; init; }

    /// <summary>Of the alert; null where no text was sent.</summary>
    public string? AlertId { get; init; }

    public DateTime? AnsweredUtc { get; set; }

    /// <summary>Id of the account that answered at the desk; null when it was answered another way.</summary>
    public string? AnsweredBy { get; set; }
}
