using Microsoft.Extensions.Options;
using Senim.Intake.Privacy;

namespace Senim.Hosting.Configuration;

/// <summary>What every verb starts from: configuration and environment.</summary>
internal static class Startup
{
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environments.Production;

    public static bool IsDevelopment => EnvironmentName.Equals(Environments.Development, StringComparison.OrdinalIgnoreCase);

    public static IConfigurationRoot ReadConfiguration() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    public static NodeSettings ReadSettings() => NodeSettings.Read(ReadConfiguration(), IsDevelopment);

    /// <summary>One line for the operator when the cause is theirs to mend; null when it is a fault of the program.</summary>
    public static string? OneLine(Exception error) => error switch
    {
        SettingException or KeyFolderException => error.Message,
        OptionsValidationException wrong => string.Join(' ', wrong.Failures),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } inUse => $"Senim__Urls: {inUse.Message}",
        AggregateException { InnerExceptions: [var only] } => OneLine(only),
        _ => null,
    };
}
