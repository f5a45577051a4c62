using Senim.Hosting.Configuration;
using Senim.Intake.Evidence;

namespace Senim.Hosting.Serving;

internal static class EvidenceFolderSetting
{
    /// <summary>The folder that both sides use where the settings name none.</summary>
    public static IServiceCollection AddEvidenceFolder(this IServiceCollection services, NodeSettings settings) =>
        services.PostConfigure<EvidenceOptions>(evidence => evidence.Path = evidence.Path.Length > 0 ? evidence.Path : Path.Combine(settings.DataPath, "evidence"));
}
