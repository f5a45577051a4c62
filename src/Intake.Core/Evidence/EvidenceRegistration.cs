using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Senim.Intake.Evidence.Fetching;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Evidence.Pictures;
using Senim.Intake.Outbox;

namespace Senim.Intake.Evidence;

internal static class EvidenceRegistration
{
    public static IServiceCollection AddEvidenceReading(this IServiceCollection services)
    {
        services.AddOptions<EvidenceOptions>().BindConfiguration(EvidenceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EvidenceFolder>();
        services.AddSingleton<PictureCleaner>();
        return services.AddSingleton<IEvidenceFiles, EvidenceFiles>();
    }

    public static IServiceCollection AddEvidenceWriting(this IServiceCollection services)
    {
        services.AddSingleton<IFilesHere, FilesHere>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxHandler, FetchOutboxHandler>());
        return services.AddHostedService<EvidenceSweep>();
    }
}
