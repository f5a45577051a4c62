using Senim.Routing.Departments;

namespace Senim.Routing.Alerts.Answering;

/// <summary>Alerts that were given up: one's own, those about cases within the scope, and for the national desk all.</summary>
public interface IDeadAlerts
{
    /// <summary>The newest first; at most 200.</summary>
    Task<IReadOnlyList<DeadAlert>> ListAsync(StaffScope scope, CancellationToken cancellationToken);

    /// <summary>Tries it once more, at once; what its case does not need any more is dropped instead.</summary>
    /// <returns>False when it is absent or not given up.</returns>
    Task<bool> SendAgainAsync(StaffScope scope, long id, CancellationToken cancellationToken);
}

/// <param name="Name">Of the person; null for others than staff.</param>
/// <param name="Failure">A code such as <c>smtp-550</c>; never an address.</param>
public sealed record DeadAlert(long Id, AlertKind Kind, AlertWay Way, string? Name, string? Reference, DateTime CreatedUtc, int Attempts, string? Failure);
