namespace Senim.Routing.Departments.Audit;

/// <summary>Who changed what in the departments, and when. Written once, never changed; codes and ids only.</summary>
public sealed class AuditRow
{
    /// <summary>In the order in which things happened.</summary>
    public long Id { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>Id of the account; null for the operator at the command line.</summary>
    public string? By { get; init; }

    public string UnitCode { get; init; } = "";

    public AuditAction Action { get; init; }

    /// <summary>Id of the account that it was about; null for none.</summary>
    public string? About { get; init; }

    /// <summary>Id of the account that stands in; null for none.</summary>
    public string? Substitute { get; init; }

    /// <summary>Times and days in a form that is the same in every language, at most 64 letters; empty for none.</summary>
    public string Detail { get; init; } = "";
}

/// <summary>What was changed.</summary>
public enum AuditAction
{
    DivisionOpened,
    DivisionClosed,

    /// <summary>About nobody: the unit has no head any more.</summary>
    HeadNamed,
    ShiftAdded,
    ShiftRemoved,
    AbsenceAdded,
    AbsenceRemoved,
}
