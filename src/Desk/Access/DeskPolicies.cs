using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Senim.Desk.Access;

internal static class DeskPolicies
{
    /// <summary>Anyone with a staff account; what they see there is their <see cref="Senim.Routing.Departments.StaffScope"/>'s.</summary>
    public const string Staff = "staff";

    /// <summary>The console is closed by default: an endpoint that names no policy is refused to everyone.</summary>
    public static IServiceCollection AddDeskAuthorization(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPolicy(Staff, policy => policy.RequireAuthenticatedUser());
        return services;
    }
}
