using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Senim.Desk.Texts;
using Senim.Intake;
using Senim.Routing.Departments;

namespace Senim.Desk.Access;

/// <summary>Who asks, in this request: read from the account each time, so that a change of role or unit holds at once.</summary>
internal sealed class CurrentStaff
{
    private StaffMember? member;

    public bool IsSignedIn => member is not null;

    public StaffMember Member => member ?? throw new InvalidOperationException("Nobody is signed in; the endpoint lacks a policy.");

    public StaffScope Scope => Member.ToScope();

    public DeskTexts Texts { get; private set; } = DeskTexts.In(Language.Kk);

    public void Set(StaffMember? staff, Language language)
    {
        member = staff;
        Texts = DeskTexts.In(language);
    }
}

/// <summary>Fills <see cref="CurrentStaff"/> before anything else of the desk runs.</summary>
internal sealed class CurrentStaffMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentStaff current, UserManager<StaffMember> accounts)
    {
        var staff = context.User.Identity is { IsAuthenticated: true } ? await accounts.GetUserAsync(context.User) : null;
        current.Set(staff, staff?.Language ?? LanguageChoice.Of(context.Request));
        await next(context);
    }
}
