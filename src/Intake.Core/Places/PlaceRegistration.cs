using Microsoft.Extensions.DependencyInjection;

namespace Senim.Intake.Places;

public static class PlaceRegistration
{
    /// <summary>One directory for the process, read from the embedded data when first asked for.</summary>
    public static IServiceCollection AddPlaces(this IServiceCollection services) =>
        services.AddSingleton<IPlaceDirectory>(_ => PlaceDirectory.Load());
}
