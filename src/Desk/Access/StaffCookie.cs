using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Senim.Desk.Http;
using Senim.Routing.Departments;

namespace Senim.Desk.Access;

internal static class StaffCookie
{
    public const string SignInPath = "/sign-in";

    public static IServiceCollection AddStaffSignIn(this IServiceCollection services, DeskOptions options)
    {
        new IdentityBuilder(typeof(StaffMember), services).AddSignInManager();
        services.Configure<IdentityOptions>(identity =>
        {
            identity.Lockout.MaxFailedAccessAttempts = options.FailuresBeforeRest;
            identity.Lockout.DefaultLockoutTimeSpan = options.Rest;
        });

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Name = "senim-desk";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

                // The framework would move the end on only in the second half, and for every request; ValidateAsync moves it.
                cookie.ExpireTimeSpan = options.SessionIdle;
                cookie.SlidingExpiration = false;
                cookie.LoginPath = SignInPath;
                cookie.ReturnUrlParameter = "next";
                cookie.Events = new CookieAuthenticationEvents
                {
                    OnValidatePrincipal = ValidateAsync,
                    OnRedirectToLogin = AskToSignIn,
                    OnRedirectToAccessDenied = refused =>
                    {
                        refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    },
                };
            });
        return services;
    }

    /// <summary>On every request: an account that was barred, or whose password changed elsewhere, is out with the very next one.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<StaffMember>>();
        if (await signIn.ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        // Each request of a person moves the end of the session on. What a page fetches by itself is no sign of a person.
        context.ShouldRenew = !BackgroundRequest.Is(context.Request);
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A path, not the framework's full address: that one would repeat whatever host the client claims to have asked.
        if (BackgroundRequest.Is(context.Request))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect($"{SignInPath}?next={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        else
            context.Response.Redirect(SignInPath);
        return Task.CompletedTask;
    }
}
