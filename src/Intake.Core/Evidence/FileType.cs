namespace Senim.Intake.Evidence;

/// <summary>What a file is by its content; names and what clients say of it count for nothing.</summary>
public enum FileType
{
    /// <summary>None of the others.</summary>
    Other,
    Jpeg,
    Png,
    WebP,
    Gif,
    Heic,
    Mp4,
    Ogg,
    Mp3,
    M4a,
    Pdf,
}

public static class FileTypes
{
    /// <summary>So many bytes tell the type.</summary>
    public const int HeadBytes = 64;

    /// <param name="head">The first <see cref="HeadBytes"/> bytes, or all where there are fewer.</param>
    public static FileType Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return FileType.Jpeg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return FileType.Png;
        if (head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8))
            return FileType.WebP;
        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            return FileType.Gif;
        if (At(head, 4, "ftyp"u8))
            return OfBrands(head);
        if (head.StartsWith("OggS"u8))
            return FileType.Ogg;
        if (head.StartsWith("ID3"u8) || (head.Length > 1 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2))
            return FileType.Mp3;
        return head.StartsWith("%PDF-"u8) ? FileType.Pdf : FileType.Other;
    }

    /// <summary>JPEG, PNG and WebP can be written anew without anything beside the picture.</summary>
    public static bool IsPicture(FileType type) => type is FileType.Jpeg or FileType.Png or FileType.WebP;

    /// <summary>Names that a browser plays or puts on the disk, and never shows as a page.</summary>
    public static string ContentType(FileType type) => type switch
    {
        FileType.Jpeg => "image/jpeg",
        FileType.Png => "image/png",
        FileType.WebP => "image/webp",
        FileType.Mp4 => "video/mp4",
        FileType.Ogg => "audio/ogg",
        FileType.Mp3 => "audio/mpeg",
        FileType.M4a => "audio/mp4",
        _ => "application/octet-stream",
    };

    /// <summary>Without the dot, for a file that leaves the desk.</summary>
    public static string Ending(FileType type) => type switch
    {
        FileType.Jpeg => "jpg",
        FileType.Other => "bin",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>ISO 14496-12, "ftyp": the main brand, its version, then the brands that the file fits as well.</summary>
    private static FileType OfBrands(ReadOnlySpan<byte> head)
    {
        for (var at = 8; at + 4 <= head.Length; at += at == 8 ? 8 : 4)
        {
            var brand = head.Slice(at, 4);
            if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("hevc"u8)
                || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8))
            {
                return FileType.Heic;
            }

            if (brand.SequenceEqual("M4A "u8) || brand.SequenceEqual("M4B "u8))
                return FileType.M4a;
        }

        return FileType.Mp4;
    }

    private static bool At(ReadOnlySpan<byte> head, int at, ReadOnlySpan<byte> sign) => head.Length >= at + sign.Length && head[at..].StartsWith(sign);
}
