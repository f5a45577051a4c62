using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Senim.Desk.Access;
using Senim.Routing.Departments;

namespace Senim.Desk.Live;

/// <summary>Whether the session under which a stream was opened still stands, with the same rights.</summary>
internal sealed class SessionWatch(IServiceScopeFactory scopes, TimeProvider clock, CurrentStaff opened)
{
    public async Task<bool> LivesAsync(HttpContext context)
    {
        var ticket = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;
        if (ticket?.ExpiresUtc is not { } expires || expires <= clock.GetUtcNow())
            return false;

        // A scope of its own: the request's database context would go on showing the account as it was.
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<StaffMember>>();
        return await signIn.ValidateSecurityStampAsync(context.User) is { } now
            && now.Role == opened.Member.Role
            && now.UnitCode == opened.Member.UnitCode;
    }
}
