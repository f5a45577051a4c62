using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Senim.Intake;
using Senim.Routing.Departments;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Departments;

public sealed class MakingStaffAccounts : IAsyncLifetime
{
    private const string Password = "кең дала, биік тау";
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData(StaffRole.Officer, Taraz)]
    [InlineData(StaffRole.Officer, Zhambyl)]
    [InlineData(StaffRole.Officer, National)]
    [InlineData(StaffRole.RegionalLead, Zhambyl)]
    [InlineData(StaffRole.National, National)]
    public async Task An_account_has_a_role_and_the_unit_that_fits_it(StaffRole role, string unit)
    {
        await using var scope = bench.Scope();
        var made = await Accounts(scope).AddAsync(new NewStaffMember("aigul", "Айгүл", role, unit, Language.Ru, "aigul@example.org"), Password, CancellationToken.None);

        var id = Assert.IsType<StaffAccountOutcome.Done>(made).StaffId;
        var account = (await Members(scope).FindByNameAsync("AIGUL"))!;
        Assert.Equal(new StaffScope(id, role, unit), account.ToScope());
        Assert.Equal(("Айгүл", Language.Ru, "aigul@example.org"), (account.DisplayName, account.Language, account.Email));
        Assert.True(await Members(scope).CheckPasswordAsync(account, Password));
    }

    [Theory]
    [InlineData(StaffRole.Officer, "999999999")]
    [InlineData(StaffRole.RegionalLead, Taraz)]
    [InlineData(StaffRole.RegionalLead, National)]
    [InlineData(StaffRole.National, Zhambyl)]
    public async Task A_unit_that_does_not_fit_the_role_is_refused(StaffRole role, string unit)
    {
        await using var scope = bench.Scope();
        var refused = await Accounts(scope).AddAsync(new NewStaffMember("aigul", "Айгүл", role, unit), Password, CancellationToken.None);

        Assert.Single(Assert.IsType<StaffAccountOutcome.Refused>(refused).Reasons);
        Assert.Null(await Members(scope).FindByNameAsync("aigul"));
    }

    [Fact]
    public async Task A_weak_password_and_a_name_that_is_taken_are_refused()
    {
        await using var scope = bench.Scope();
        var member = new NewStaffMember("aigul", "Айгүл", StaffRole.Officer, Taraz);
        Assert.IsType<StaffAccountOutcome.Refused>(await Accounts(scope).AddAsync(member, "short", CancellationToken.None));
        Assert.IsType<StaffAccountOutcome.Done>(await Accounts(scope).AddAsync(member, Password, CancellationToken.None));
        Assert.IsType<StaffAccountOutcome.Refused>(await Accounts(scope).AddAsync(member, Password, CancellationToken.None));
    }

    [Fact]
    public async Task A_new_password_ends_sessions_and_a_lock()
    {
        await using (var scope = bench.Scope())
        {
            await Accounts(scope).AddAsync(new NewStaffMember("aigul", "Айгүл", StaffRole.Officer, Taraz), Password, CancellationToken.None);
            await Members(scope).SetLockoutEndDateAsync((await Members(scope).FindByNameAsync("aigul"))!, DateTimeOffset.MaxValue);
        }

        await using (var scope = bench.Scope())
        {
            var before = (await Members(scope).FindByNameAsync("aigul"))!.SecurityStamp;
            Assert.IsType<StaffAccountOutcome.Unknown>(await Accounts(scope).ResetPasswordAsync("nobody", "another long password", CancellationToken.None));
            Assert.IsType<StaffAccountOutcome.Refused>(await Accounts(scope).ResetPasswordAsync("aigul", "short", CancellationToken.None));
            Assert.IsType<StaffAccountOutcome.Done>(await Accounts(scope).ResetPasswordAsync("aigul", "another long password", CancellationToken.None));
            Assert.NotEqual(before, (await Members(scope).FindByNameAsync("aigul"))!.SecurityStamp);
        }

        await using (var scope = bench.Scope())
        {
            var account = (await Members(scope).FindByNameAsync("aigul"))!;
            Assert.False(await Members(scope).IsLockedOutAsync(account));
            Assert.False(await Members(scope).CheckPasswordAsync(account, Password));
            Assert.True(await Members(scope).CheckPasswordAsync(account, "another long password"));
        }
    }

    private static IStaffAccounts Accounts(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IStaffAccounts>();

    private static UserManager<StaffMember> Members(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
}
