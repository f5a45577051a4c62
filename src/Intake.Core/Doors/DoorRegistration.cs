using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Senim.Intake.Storage;

namespace Senim.Intake.Doors;

public static class DoorRegistration
{
    /// <summary>The doors alone, for the command line.</summary>
    public static IServiceCollection AddDoors(this IServiceCollection services, string connectionString, DatabaseProvider provider)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddIntakeDb(provider, connectionString);
        return services.AddDoors();
    }

    internal static IServiceCollection AddDoors(this IServiceCollection services) => services.AddSingleton<IDoors, DoorStore>();
}
