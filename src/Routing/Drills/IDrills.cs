using Senim.Routing.Departments;

namespace Senim.Routing.Drills;

/// <summary>The weekly silent drill of each unit, as staff see it. What lies outside the scope is absent.</summary>
public interface IDrills
{
    /// <summary>The drill of the own unit that waits for an answer; null when none does.</summary>
    Task<DrillLine?> FindOpenAsync(StaffScope scope, CancellationToken cancellationToken);

    /// <summary>Answers a drill of the own unit; the first answer counts.</summary>
    /// <returns>False when absent.</returns>
    Task<bool> AnswerAsync(StaffScope scope, Guid drillId, CancellationToken cancellationToken);

    /// <summary>Those of the last quarter, newest first; null when absent.</summary>
    Task<IReadOnlyList<DrillLine>?> ListAsync(StaffScope scope, string unitCode, CancellationToken cancellationToken);
}

/// <param name="People">Who were alerted; 0: nobody was on duty.</param>
/// <param name="AnsweredAfter">Null: nobody has answered.</param>
/// <param name="By">Name of the person, where it was answered at the desk.</param>
public sealed record DrillLine(Guid Id, string UnitCode, DateTime BegunUtc, int People, TimeSpan? AnsweredAfter, string? By);
