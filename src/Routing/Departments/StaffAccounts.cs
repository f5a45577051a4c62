using Microsoft.AspNetCore.Identity;

namespace Senim.Routing.Departments;

internal sealed class StaffAccounts(UserManager<StaffMember> members, DepartmentTree tree) : IStaffAccounts
{
    public async Task<StaffAccountOutcome> AddAsync(NewStaffMember member, string password, CancellationToken cancellationToken)
    {
        if (Misfit(member.Role, member.UnitCode) is { } misfit)
            return new StaffAccountOutcome.Refused([misfit]);
        var account = new StaffMember
        {
            UserName = member.SignInName,
            DisplayName = member.DisplayName,
            Email = member.Email,
            Role = member.Role,
            UnitCode = member.UnitCode,
            Language = member.Language,
        };
        return Outcome(account, await members.CreateAsync(account, password));
    }

    public async Task<StaffAccountOutcome> ResetPasswordAsync(string signInName, string password, CancellationToken cancellationToken)
    {
        if (await members.FindByNameAsync(signInName) is not { } account)
            return new StaffAccountOutcome.Unknown();
        foreach (var validator in members.PasswordValidators)
        {
            if (await validator.ValidateAsync(members, account, password) is { Succeeded: false } refused)
                return Outcome(account, refused);
        }

        account.PasswordHash = members.PasswordHasher.HashPassword(account, password);
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        // A new stamp ends every session of the account; it saves the rest as well.
        return Outcome(account, await members.UpdateSecurityStampAsync(account));
    }

    private string? Misfit(StaffRole role, string unitCode) => role switch
    {
        StaffRole.Officer when tree.Find(unitCode) is null =>
            $"{unitCode} is not the code of a district, a city, a region or the national desk ({OwningUnit.NationalCode}).",
        StaffRole.RegionalLead when !tree.IsRegion(unitCode) => $"{unitCode} is not the code of a region.",
        StaffRole.National when unitCode != OwningUnit.NationalCode => $"The unit of a national account is {OwningUnit.NationalCode}.",
        StaffRole.Officer or StaffRole.RegionalLead or StaffRole.National => null,
    };

    private static StaffAccountOutcome Outcome(StaffMember account, IdentityResult result) => result.Succeeded
        ? new StaffAccountOutcome.Done(account.Id)
        : new StaffAccountOutcome.Refused([.. result.Errors.Select(error => error.Description)]);
}
