using Microsoft.EntityFrameworkCore;
using Senim.Intake.Storage;

namespace Senim.Intake.Doors;

internal sealed class DoorStore(IDbContextFactory<IntakeDb> contexts, WriteGate<IntakeDb> gate, TimeProvider clock) : IDoors
{
    public async Task<Door?> FindOpenAsync(string code, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Doors.AsNoTracking().FirstOrDefaultAsync(row => row.Code == code && row.ClosedUtc == null, cancellationToken) is { } row
            ? Open(row)
            : null;
    }

    public async Task<Door> AddAsync(string unitCode, string name, CancellationToken cancellationToken)
    {
        var row = new DoorRow { Code = DoorCode.New(), UnitCode = unitCode, Name = name, OpenedUtc = clock.NowUtc() };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Add(row);
        using (await gate.EnterAsync(cancellationToken))
            await db.SaveChangesAsync(cancellationToken);
        return Open(row);
    }

    public async Task<bool> CloseAsync(string code, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Doors.FirstOrDefaultAsync(row => row.Code == code, cancellationToken) is not { } row)
            return false;
        row.ClosedUtc ??= clock.NowUtc();
        using (await gate.EnterAsync(cancellationToken))
            await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<ListedDoor>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Doors.AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.ClosedUtc is not null)
                .ThenBy(row => row.UnitCode, StringComparer.Ordinal)
                .ThenBy(row => row.Name, StringComparer.Ordinal)
                .Select(row => new ListedDoor(Open(row), row.OpenedUtc, row.ClosedUtc)),
        ];
    }

    private static Door Open(DoorRow row) => new(row.Code, row.UnitCode, row.Name);
}
