namespace Senim.Intake.Doors;

/// <summary>Places on whose walls a code hangs.</summary>
public interface IDoors
{
    /// <param name="code">As <see cref="DoorCode.Read"/> gives it.</param>
    /// <returns>Null for a code that was never given out, and for one that was closed.</returns>
    Task<Door?> FindOpenAsync(string code, CancellationToken cancellationToken);

    /// <summary>Opens a door under a fresh code.</summary>
    /// <param name="unitCode">KATO code of the unit that it lies in.</param>
    /// <param name="name">Of the school or place, as reporters know it; <see cref="DoorName.Fault"/> finds no fault with it.</param>
    Task<Door> AddAsync(string unitCode, string name, CancellationToken cancellationToken);

    /// <returns>False when there is no such door; true also for one that was closed before.</returns>
    Task<bool> CloseAsync(string code, CancellationToken cancellationToken);

    /// <summary>All doors, the open ones first, then by unit and name.</summary>
    Task<IReadOnlyList<ListedDoor>> ListAsync(CancellationToken cancellationToken);
}

/// <param name="UnitCode">KATO code.</param>
public sealed record Door(string Code, string UnitCode, string Name);

/// <param name="ClosedUtc">Null while it is open.</param>
public sealed record ListedDoor(Door Door, DateTime OpenedUtc, DateTime? ClosedUtc);
