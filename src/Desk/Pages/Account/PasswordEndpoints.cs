using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Routing.Departments;

namespace Senim.Desk.Pages.Account;

internal static class PasswordEndpoints
{
    private const string Path = "/password";

    public static void MapPassword(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (bool? changed) => Page(null, changed ?? false)).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost(Path, ChangeAsync).RequireAuthorization(DeskPolicies.Staff);
    }

    private static async Task<IResult> ChangeAsync(
        CurrentStaff staff, SignInManager<StaffMember> signIn, [FromForm] string? current, [FromForm] string? chosen, [FromForm] string? again)
    {
        if (string.IsNullOrEmpty(chosen) || chosen.Length > PasswordRules.MaxLength || chosen != again)
            return Page("unlike", false);

        // Counts as a guess: whoever finds an unlocked computer may not try passwords here either.
        if (current is not { Length: > 0 and <= PasswordRules.MaxLength }
            || !(await signIn.CheckPasswordSignInAsync(staff.Member, current, lockoutOnFailure: true)).Succeeded)
            return Page("wrong", false);
        if (!(await signIn.UserManager.ChangePasswordAsync(staff.Member, current, chosen)).Succeeded)
            return Page("weak", false);

        // The new security stamp ends every other session of this account; this one goes on.
        await signIn.RefreshSignInAsync(staff.Member);
        return new SeeOther($"{Path}?changed=true");
    }

    private static RazorComponentResult<PasswordPage> Page(string? problem, bool changed) => new(new { Problem = problem, Changed = changed })
    {
        StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        PreventStreamingRendering = true,
    };
}
