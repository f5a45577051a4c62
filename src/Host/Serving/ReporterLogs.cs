using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Senim.Hosting.Serving;

/// <summary>
/// Categories that would write a reporter's traces at some level: paths with bot tokens or conversation ids, queries with stream tokens,
/// headers, addresses. They are off at every level, whatever the configuration says.
/// </summary>
internal static class ReporterLogs
{
    private static readonly string[] Silent =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.HttpLogging",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Server.Kestrel.BadRequests",
        "Microsoft.AspNetCore.Server.Kestrel.Connections",
        "Microsoft.AspNetCore.Server.Kestrel.Http",
        "Microsoft.AspNetCore.Server.Kestrel.Transport",
        "Microsoft.AspNetCore.WebSockets",
        "Microsoft.AspNetCore.StaticFiles",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Cors",
        "Microsoft.EntityFrameworkCore",
        "System.Net.Http",
    ];

    public static void Silence(IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        foreach (var configured in options.Rules.Where(rule => IsSilent(rule.CategoryName)).ToList())
            options.Rules.Remove(configured);
        foreach (var category in Silent)
            options.Rules.Add(new LoggerFilterRule(null, category, LogLevel.None, null));
    });

    private static bool IsSilent(string? category) =>
        category is not null && Silent.Any(silent => category.StartsWith(silent, StringComparison.OrdinalIgnoreCase));
}
