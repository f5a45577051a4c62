using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Intake;
using Senim.Routing.Departments;

namespace Senim.Desk.Pages.SignIn;

internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(StaffCookie.SignInPath, Show).AllowAnonymous();
        routes.MapPost(StaffCookie.SignInPath, SignInAsync).AllowAnonymous();
        routes.MapPost("/sign-out", SignOutAsync).RequireAuthorization(DeskPolicies.Staff);
        routes.MapPost("/language", ChooseLanguageAsync).AllowAnonymous();
    }

    private static IResult Show(CurrentStaff staff, string? next = null) =>
        staff.IsSignedIn ? Results.LocalRedirect(LocalPath.OrHome(next)) : Page(LocalPath.OrHome(next), "", failed: false);

    private static async Task<IResult> SignInAsync(Entry entry, [FromForm] string? name, [FromForm] string? password, [FromForm] string? next)
    {
        var goOn = LocalPath.OrHome(next);
        return await entry.SignInAsync(name ?? "", password ?? "")
            ? SeeOther(goOn)
            : Page(goOn, name ?? "", failed: true);
    }

    private static async Task<IResult> SignOutAsync(SignInManager<StaffMember> signIn)
    {
        await signIn.SignOutAsync();
        return SeeOther(StaffCookie.SignInPath);
    }

    private static async Task<IResult> ChooseLanguageAsync(
        HttpContext context, CurrentStaff staff, UserManager<StaffMember> accounts, [FromForm] string? language, [FromForm] string? next)
    {
        if (!Languages.TryParse(language, out var chosen))
            return ErrorPages.Page(StatusCodes.Status400BadRequest);
        LanguageChoice.Keep(context, chosen);
        if (staff.IsSignedIn)
        {
            staff.Member.Language = chosen;
            await accounts.UpdateAsync(staff.Member);
        }

        return SeeOther(LocalPath.OrHome(next));
    }

    private static RazorComponentResult<SignInPage> Page(string next, string name, bool failed) =>
        new(new { Next = next, Name = name, Failed = failed })
        {
            StatusCode = failed ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            PreventStreamingRendering = true,
        };

    private static IResult SeeOther(string path) => new SeeOther(path);
}
