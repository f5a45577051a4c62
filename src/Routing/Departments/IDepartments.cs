namespace Senim.Routing.Departments;

/// <summary>The divisions that exist. Regions set them up one by one, so some units of the map have none yet.</summary>
public interface IDepartments
{
    /// <summary>
    /// Says whether a unit has a living division. What waits there, or belongs there and waits elsewhere, goes to its owner at once;
    /// what somebody has in hand stays with them.
    /// </summary>
    /// <param name="unitCode">A district, city or region; the national desk is always there.</param>
    /// <returns>False when no unit has this code.</returns>
    Task<bool> SetLiveAsync(string unitCode, bool isLive, CancellationToken cancellationToken);

    /// <summary>Codes of the units without a living division.</summary>
    Task<IReadOnlyList<string>> ListWithoutDivisionAsync(CancellationToken cancellationToken);
}
