using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senim.Intake.Privacy;

namespace Senim.Desk.Keys;

internal static class SessionKeys
{
    /// <summary>One folder and one name for all desk nodes: a session begun on one is known to each, and outlives a restart.</summary>
    public static IServiceCollection AddSessionKeys(this IServiceCollection services, string folder)
    {
        services.AddDataProtection()
            .SetApplicationName("Senim.Desk")
            .PersistKeysToFileSystem(new DirectoryInfo(folder));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlEncryptor = new SealedXmlEncryptor(provider.GetRequiredService<KeyRing>().Content)));
        return services;
    }
}
