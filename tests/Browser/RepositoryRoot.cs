namespace Senim.Browser;

/// <summary>The folder that holds <c>senim.slnx</c>, found upwards from where the tests run.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "senim.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests must run inside a checkout: no folder above them holds senim.slnx.");
    }
}
