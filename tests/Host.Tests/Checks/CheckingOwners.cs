using Microsoft.EntityFrameworkCore;
using Senim.Routing.Departments;
using Senim.Routing.Storage;

namespace Senim.Hosting.Tests.Checks;

/// <summary>Units of which nobody reads the signals.</summary>
public sealed class CheckingOwners : CheckedNodeTests
{
    private const string Taraz = "311000000";
    private const string Zhambyl = "310000000";

    [Fact]
    public async Task A_unit_has_no_officer()
    {
        await RemoveAsync(StaffRole.Officer, Taraz);
        await AssertLineAsync("Staff: 1 of ", Taraz, "senim staff add NAME --role officer --unit CODE");
    }

    [Fact]
    public async Task A_unit_without_a_division_needs_none()
    {
        await RemoveAsync(StaffRole.Officer, Taraz);
        await using (var db = Node.OpenRouting())
        {
            db.Add(new UnitRow { Code = Taraz, IsLive = false });
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, (await Node.CheckAsync()).ExitCode);
    }

    [Fact]
    public async Task The_only_officer_is_barred()
    {
        await LockAsync(TimeSpan.FromDays(400));
        await AssertLineAsync("Staff: 1 of ", Taraz);
    }

    [Fact]
    public async Task The_only_officer_mistyped_a_password()
    {
        await LockAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(0, (await Node.CheckAsync()).ExitCode);
    }

    [Fact]
    public async Task A_region_has_no_lead()
    {
        await RemoveAsync(StaffRole.RegionalLead, Zhambyl);
        await AssertLineAsync("Staff: 1 of 20 regions", Zhambyl, "--role lead");
    }

    [Fact]
    public async Task The_national_desk_has_nobody()
    {
        await RemoveAsync(StaffRole.National, OwningUnit.NationalCode);
        await AssertLineAsync("Staff: nobody can sign in for the national desk", "--role national");
    }

    [Fact]
    public async Task Many_units_are_one_line()
    {
        await using (var db = Node.OpenRouting())
            await db.Users.Where(user => user.Role == StaffRole.Officer).ExecuteDeleteAsync();
        await AssertLineAsync("divisions have no officer", " and others.");
    }

    private async Task RemoveAsync(StaffRole role, string unit)
    {
        await using var db = Node.OpenRouting();
        Assert.Equal(1, await db.Users.Where(user => user.Role == role && user.UnitCode == unit).ExecuteDeleteAsync());
    }

    private async Task LockAsync(TimeSpan length)
    {
        await using var db = Node.OpenRouting();
        var officer = await db.Users.SingleAsync(user => user.Role == StaffRole.Officer && user.UnitCode == Taraz);
        officer.LockoutEnd = DateTimeOffset.UtcNow + length;
        await db.SaveChangesAsync();
    }
}
