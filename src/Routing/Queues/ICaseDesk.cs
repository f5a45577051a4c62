using Senim.Routing.Departments;

namespace Senim.Routing.Queues;

/// <summary>
/// What staff do with a case between taking and closing it. What lies outside the scope is absent. Of two people at once one wins, and the
/// other is told who. Safe to share between threads.
/// </summary>
public interface ICaseDesk
{
    /// <summary>Takes a step. What was written with it is kept before the step is.</summary>
    Task<StepOutcome> TakeAsync(StaffScope scope, Guid itemId, StaffStep step, CancellationToken cancellationToken);

    /// <summary>Those of the item's unit who can be named to go on with it, by their names, without the one who asks; empty when absent.</summary>
    Task<IReadOnlyList<Colleague>> ListColleaguesAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken);
}

/// <param name="StaffId">Id of the account.</param>
/// <param name="Name">The name that colleagues see.</param>
public sealed record Colleague(string StaffId, string Name);
