using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Senim.Intake.Promises;

public static class PromisesRegistration
{
    /// <summary>
    /// Adds <see cref="IPromises"/>, <see cref="IStaffTerms"/> and <see cref="IWorkingHours"/> with the settings under
    /// <see cref="PromiseOptions.Section"/>.
    /// </summary>
    public static IServiceCollection AddPromises(this IServiceCollection services)
    {
        services.AddOptions<PromiseOptions>().BindConfiguration(PromiseOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PromiseOptions>, PromiseOptionsValidator>());
        services.TryAddSingleton<Promises>();
        services.TryAddSingleton<IPromises>(provider => provider.GetRequiredService<Promises>());
        services.TryAddSingleton<IStaffTerms>(provider => provider.GetRequiredService<Promises>());
        services.TryAddSingleton<IWorkingHours, WorkingHours>();
        return services;
    }
}
