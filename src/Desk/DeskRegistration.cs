using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Senim.Desk.Access;
using Senim.Desk.Assets;
using Senim.Desk.Http;
using Senim.Desk.Keys;
using Senim.Desk.Live;
using Senim.Desk.Pages.Account;
using Senim.Desk.Pages.Alerts;
using Senim.Desk.Pages.Cases;
using Senim.Desk.Pages.Duty;
using Senim.Desk.Pages.Links;
using Senim.Desk.Pages.Queue;
using Senim.Desk.Pages.Shared;
using Senim.Desk.Pages.SignIn;
using Senim.Desk.Pages.Signals;
using Senim.Routing.Departments;
using Senim.Routing.Links;
using Senim.Routing.Queues;

namespace Senim.Desk;

/// <summary>The desk as its host sees it: a web application of its own, on a port of its own.</summary>
public static class DeskRegistration
{
    /// <summary>
    /// Adds the staff console. Needs <c>AddStaffAccounts</c>, the key ring, the place directory, <see cref="IQueueDesk"/>, <see cref="ICaseDesk"/>, <see cref="ILinkDesk"/>,
    /// <see cref="IQueueChanges"/> <see cref="IDepartments"/>, <c>IDutyBook</c> and <c>IDrills</c>.
    /// </summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddRazorComponents();
        services.AddHttpContextAccessor();

        // Kazakh and Russian letters as they are: written as numbers they would make a page three times as long.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "senim-form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddSessionKeys(options.SessionKeysPath);
        services.AddStaffSignIn(options);
        services.AddDeskAuthorization();
        services.AddScoped<CurrentStaff>();
        services.AddScoped<Entry>();
        services.AddScoped<CasePages>();
        services.AddScoped<UnitNames>();
        services.AddScoped<SessionWatch>();
        return services;
    }

    /// <summary>
    /// Puts the console's checks and pages into the application. Whatever else the host maps there must name who may use it:
    /// an endpoint without a policy is refused.
    /// </summary>
    public static WebApplication MapDesk(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<SecurityHeadersMiddleware>();
        app.UseRouting();
        app.UseMiddleware<FailuresMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<CurrentStaffMiddleware>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseMiddleware<FormGateMiddleware>();

        var pages = app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute());
        pages.MapDeskAssets();
        pages.MapSignIn();
        pages.MapQueue();
        pages.MapQueueEvents();
        pages.MapSignals();
        pages.MapCases();
        pages.MapLinks();
        pages.MapAsking();
        pages.MapEvidence();
        pages.MapPassword();
        pages.MapDuty();
        pages.MapAlerts();

        // All methods and no token asked: nothing is there, and that is all there is to say.
        app.MapFallback("{*path}", ErrorPages.NotFound).AllowAnonymous().DisableAntiforgery();
        return app;
    }
}
