using Senim.Intake;

namespace Senim.Routing.Departments;

/// <summary>Makes accounts of staff. For the operator, not for pages.</summary>
public interface IStaffAccounts
{
    /// <summary>Makes an account; the unit must fit the role.</summary>
    Task<StaffAccountOutcome> AddAsync(NewStaffMember member, string password, CancellationToken cancellationToken);

    /// <summary>Sets a new password, ends a lock and every session of the account.</summary>
    Task<StaffAccountOutcome> ResetPasswordAsync(string signInName, string password, CancellationToken cancellationToken);
}

/// <param name="SignInName">Letters a-z, digits and <c>-._@+</c>.</param>
/// <param name="DisplayName">The name that colleagues see.</param>
/// <param name="UnitCode">Officer: a unit, a region's desk or the national desk. Lead: a region. National: <see cref="OwningUnit.NationalCode"/>.</param>
public sealed record NewStaffMember(
    string SignInName,
    string DisplayName,
    StaffRole Role,
    string UnitCode,
    Language Language = Language.Kk,
    string? Email = null);

public abstract record StaffAccountOutcome
{
    private StaffAccountOutcome()
    {
    }

    public sealed record Done(string StaffId) : StaffAccountOutcome;

    public sealed record Unknown : StaffAccountOutcome;

    /// <param name="Reasons">What is wrong, in English, for the operator.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : StaffAccountOutcome;
}
