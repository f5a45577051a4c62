namespace Senim.Hosting.Cli.Checks;

/// <summary>The settings that exist: those that <c>appsettings.json</c> documents, as it was when this version was built.</summary>
internal static class KnownSettings
{
    private const string File = "appsettings.json";

    /// <summary>Read by tests alone, and refused outside Development.</summary>
    private static readonly string[] Undocumented = ["Senim:Development:KillAt"];

    /// <summary>As configuration keys, <c>Senim:Telegram:Token</c>; whatever their case.</summary>
    public static IReadOnlySet<string> Names { get; } = Read();

    private static HashSet<string> Read()
    {
        using var stream = typeof(KnownSettings).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not embedded.");
        return new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Senim").AsEnumerable()
            .Where(setting => setting.Value is not null)
            .Select(setting => setting.Key)
            .Concat(Undocumented)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
