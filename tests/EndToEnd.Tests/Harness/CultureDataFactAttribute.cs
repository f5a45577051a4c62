namespace Senim.EndToEnd.Tests.Harness;

/// <summary>A fact about a process with culture data, which the runtime takes from ICU.</summary>
internal sealed class CultureDataFactAttribute : FactAttribute
{
    private static readonly EnumerationOptions OneFolderDeep = new() { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true };

    public CultureDataFactAttribute()
    {
        string[] folders = ["/usr/lib", "/usr/lib64", "/usr/local/lib"];
        if (!folders.Any(folder => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "libicuuc.so*", OneFolderDeep).Any()))
            Skip = "ICU (libicu) is not here.";
    }
}
