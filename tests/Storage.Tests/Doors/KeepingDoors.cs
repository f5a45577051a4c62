using Senim.Intake.Doors;
using Senim.Intake.Storage;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Doors;

public sealed class KeepingDoors
{
    private const string Taraz = "311000000";
    private const string Semey = "101000000";

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task A_door_is_found_by_its_code_until_it_is_closed(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var doors = world.Get<IDoors>();
        var added = await doors.AddAsync(Taraz, "№ 5 мектеп", default);
        Assert.Equal(added, await doors.FindOpenAsync(added.Code, default));
        Assert.Null(await doors.FindOpenAsync("KX7P4TA9", default));

        Assert.True(await doors.CloseAsync(added.Code, default));
        Assert.Null(await doors.FindOpenAsync(added.Code, default));
        var closed = Assert.Single(await doors.ListAsync(default)).ClosedUtc;
        Assert.NotNull(closed);
        Assert.True(await doors.CloseAsync(added.Code, default));
        Assert.Equal(closed, Assert.Single(await doors.ListAsync(default)).ClosedUtc);
        Assert.False(await doors.CloseAsync("KX7P4TA9", default));
    }

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Open_doors_are_listed_first_by_unit_and_name(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var doors = world.Get<IDoors>();
        var codes = new List<string>();
        foreach (var (unit, name) in new[] { (Taraz, "B"), (Taraz, "A"), (Semey, "C"), (Semey, "D") })
            codes.Add((await doors.AddAsync(unit, name, default)).Code);
        await doors.CloseAsync(codes[2], default);
        Assert.Equal(["D", "A", "B", "C"], (await doors.ListAsync(default)).Select(listed => listed.Door.Name));
    }
}
