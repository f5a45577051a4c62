using System.Text;

namespace Senim.EndToEnd.Tests.Privacy;

/// <summary>Looks for markers in every encoding through a folder's files, whatever they are, and through lines of output.</summary>
internal sealed class Search
{
    private readonly List<(string Marker, string Encoding, byte[] Bytes)> needles;

    /// <param name="markers">By what each stands for.</param>
    public Search(IReadOnlyDictionary<string, string> markers) => needles =
    [
        .. markers.SelectMany(marker => Encodings.Of(marker.Value).Select(form => (marker.Key, form.Name, form.Bytes))).DistinctBy(needle => (needle.Key, Convert.ToHexString(needle.Bytes))),
    ];

    /// <returns>One line a hit.</returns>
    public IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).SelectMany(file => Bytes(Path.GetRelativePath(folder, file), Read(file))),
    ];

    public IReadOnlyList<string> Lines(string name, IEnumerable<string> lines) => Bytes(name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public IReadOnlyList<string> Bytes(string name, byte[] content) =>
    [
        .. needles.Where(needle => content.AsSpan().IndexOf(needle.Bytes) >= 0).Select(needle => $"{name}: {needle.Marker} as {needle.Encoding}"),
    ];

    /// <summary>A database that is open is read as it lies there.</summary>
    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[stream.Length];
        return content[..stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
    }
}
