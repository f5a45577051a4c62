using Microsoft.EntityFrameworkCore;
using Senim.Intake.Storage;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Audit;
using Senim.Routing.Departments.Duty;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Duty;

public sealed class KeepingRosters
{
    private const string Taraz = "311000000";
    private const string Password = "кең дала, биік тау";

    private static StaffScope National { get; } = new("marat", StaffRole.National, OwningUnit.NationalCode);

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Shifts_absences_and_their_audit_come_back_as_they_were_written(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var (one, other) = (await AddAsync(world, "one"), await AddAsync(world, "other"));
        var until = DateTime.UtcNow.AddYears(1);
        await DoneAsync(world, new DutyChange.AddShift(one, DutyDays.Sunday | DutyDays.Holidays, new TimeOnly(18, 0), new TimeOnly(8, 30)));
        await DoneAsync(world, new DutyChange.AddAbsence(one, other, Rows.Morning, until));
        await DoneAsync(world, new DutyChange.SetHead(other));

        var unit = (await world.Get<IDutyBook>().OpenAsync(National, Taraz, default))!;
        var shift = Assert.Single(unit.Shifts);
        Assert.Equal(("one", DutyDays.Sunday | DutyDays.Holidays, new TimeOnly(18, 0), new TimeOnly(8, 30)), (shift.Name, shift.Days, shift.From, shift.To));
        var absence = Assert.Single(unit.Absences);
        Assert.Equal(("one", "other", Rows.Morning, DateTimeKind.Utc), (absence.Name, absence.Substitute, absence.FromUtc, absence.ToUtc.Kind));
        Assert.Equal("other", unit.Line.Head);
        Assert.Equal([AuditAction.HeadNamed, AuditAction.AbsenceAdded, AuditAction.ShiftAdded], unit.Audit.Select(line => line.Action));
        Assert.Equal(("marat", "one", "Su-H 18:00-08:30"), (unit.Audit[2].By, unit.Audit[2].About, unit.Audit[2].Detail));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task The_first_head_of_a_unit_may_be_named_by_two_nodes_at_once(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        await using var node = world.Another();
        var (one, other) = (await AddAsync(world, "one"), await AddAsync(world, "other"));

        await Task.WhenAll(new[] { (world, one), (node, other), (world, other), (node, one) }
            .Select(asked => Task.Run(() => DoneAsync(asked.Item1, new DutyChange.SetHead(asked.Item2)))));

        await using var db = world.OpenRouting();
        Assert.Contains((await db.Units.SingleAsync()).HeadId, new[] { one, other });
    }

    private static async Task DoneAsync(StorageWorld world, DutyChange change) =>
        Assert.IsType<DutyOutcome.Done>(await world.Get<IDutyBook>().ChangeAsync(National, Taraz, change, default));

    private static async Task<string> AddAsync(StorageWorld world, string name)
    {
        await using var scope = world.Scope();
        var accounts = scope.ServiceProvider.GetService(typeof(IStaffAccounts)) as IStaffAccounts;
        return Assert.IsType<StaffAccountOutcome.Done>(await accounts!.AddAsync(new NewStaffMember(name, name, StaffRole.Officer, Taraz), Password, default)).StaffId;
    }
}
