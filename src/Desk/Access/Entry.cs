using Microsoft.AspNetCore.Identity;
using Senim.Routing.Departments;

namespace Senim.Desk.Access;

/// <summary>
/// Signing in. An unknown name, a wrong password and an account at rest look the same, also by the clock, so that nobody can
/// find out who works here.
/// </summary>
internal sealed class Entry(SignInManager<StaffMember> signIn, IPasswordHasher<StaffMember> hasher)
{
    private static readonly StaffMember Nobody = new();
    private static string? nobodysHash;

    public async Task<bool> SignInAsync(string name, string password)
    {
        if (password.Length is 0 or > PasswordRules.MaxLength || await signIn.UserManager.FindByNameAsync(name) is not { } staff)
            return Refuse(password);

        if (await signIn.UserManager.IsLockedOutAsync(staff))
            return Refuse(password);
        if (!(await signIn.CheckPasswordSignInAsync(staff, password, lockoutOnFailure: true)).Succeeded)
            return false;
        await signIn.SignInAsync(staff, isPersistent: false);
        return true;
    }

    /// <summary>Takes as long as looking at a password would have taken.</summary>
    private bool Refuse(string password)
    {
        nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, nobodysHash, password.Length > PasswordRules.MaxLength ? "" : password);
        return false;
    }
}
