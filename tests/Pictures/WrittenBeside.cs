using MetadataExtractor;

namespace Senim.Pictures;

/// <summary>What a picture tells besides itself, as an independent reader finds it.</summary>
public static class WrittenBeside
{
    /// <summary>What every file of its format says of its own form.</summary>
    private static readonly string[] Form = ["JPEG", "JFIF", "Huffman", "File Type", "File", "PNG-IHDR", "PNG-sBIT", "WebP"];

    /// <returns>One line a tag, but for the form of the file itself.</returns>
    public static IReadOnlyList<string> Find(byte[] picture)
    {
        using var stream = new MemoryStream(picture);
        return
        [
            .. ImageMetadataReader.ReadMetadata(stream)
                .Where(directory => !Form.Contains(directory.Name))
                .SelectMany(directory => directory.Tags.Select(tag => $"{directory.Name}: {tag.Name} = {tag.Description}").DefaultIfEmpty(directory.Name)),
        ];
    }
}
