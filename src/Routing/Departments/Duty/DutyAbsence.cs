namespace Senim.Routing.Departments.Duty;

/// <summary>Somebody is away, from all of their shifts and as a head; a substitute stands in, if one was named.</summary>
public sealed class DutyAbsence
{
    public Guid Id { get; init; }

    /// <summary>Id of the account that is away.</summary>
    public string StaffId { get; init; } = "";

    /// <summary>Null: nobody stands in.</summary>
    public string? SubstituteId { get; init; }

    public DateTime FromUtc { get; init; }

    /// <summary>Back from this moment on.</summary>
    public DateTime ToUtc { get; init; }

    public bool Covers(DateTime utc) => FromUtc <= utc && utc < ToUtc;
}
