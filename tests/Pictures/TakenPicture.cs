using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Senim.Pictures;

/// <summary>
/// Pictures as phones make them: with the place and the time in Exif, the owner's name, an XMP packet, a colour profile and comments. Each kind
/// of note holds a word of its own, so that a test can look for it.
/// </summary>
public static class TakenPicture
{
    /// <summary>43.25 N, 76.9 E.</summary>
    private static readonly uint[] Latitude = [43, 1, 15, 1, 0, 1];
    private static readonly uint[] Longitude = [76, 1, 54, 1, 0, 1];

    private static readonly uint[] Crcs = [.. Enumerable.Range(0, 256).Select(Crc)];

    /// <param name="mark">Stands in each kind of note.</param>
    /// <param name="turned">The camera was held upright: the picture is turned by a quarter when it is shown.</param>
    public static byte[] Jpeg(string mark, int width = 64, int height = 48, bool turned = false)
    {
        var plain = Encode(SKEncodedImageFormat.Jpeg, width, height);
        List<byte> file = [.. plain[..2]];
        file.AddRange(Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(mark, turned)]));
        file.AddRange(Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Xmp(mark)]));
        file.AddRange(Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Profile(mark)]));
        file.AddRange(Segment(0xFE, Encoding.UTF8.GetBytes($"comment {mark}")));
        file.AddRange(plain[2..]);

        // What stands behind the end of the picture is in no reader's way.
        file.AddRange(Encoding.UTF8.GetBytes($"behind {mark}"));
        return [.. file];
    }

    /// <inheritdoc cref="Jpeg"/>
    public static byte[] Png(string mark, int width = 64, int height = 48)
    {
        var plain = Encode(SKEncodedImageFormat.Png, width, height);
        const int HeaderEnd = 8 + 25;
        List<byte> file = [.. plain[..HeaderEnd]];
        file.AddRange(Chunk("iCCP", [.. "name\0\0"u8, .. Zip(Profile(mark))]));
        file.AddRange(Chunk("eXIf", Exif(mark, turned: false)));
        file.AddRange(Chunk("tEXt", [.. "Comment\0"u8, .. Encoding.Latin1.GetBytes($"text {mark}")]));
        file.AddRange(Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Xmp(mark)]));
        file.AddRange(plain[HeaderEnd..]);
        return [.. file];
    }

    /// <inheritdoc cref="Jpeg"/>
    public static byte[] WebP(string mark, int width = 64, int height = 48)
    {
        var plain = Encode(SKEncodedImageFormat.Webp, width, height);
        var picture = plain[12..];
        byte[] size = [.. Three(width - 1), .. Three(height - 1)];
        byte[] chunks =
        [
            .. Riff("VP8X", [0x2C, 0, 0, 0, .. size]),
            .. Riff("ICCP", Profile(mark)),
            .. picture,
            .. Riff("EXIF", Exif(mark, turned: false)),
            .. Riff("XMP ", Xmp(mark)),
        ];
        return [.. "RIFF"u8, .. Little((uint)chunks.Length + 4), .. "WEBP"u8, .. chunks];
    }

    /// <summary>The upper half red, the lower half blue: which way is up can be seen.</summary>
    public static byte[] Encode(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Blue);
            using var red = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, width, height / 2f, red);
        }

        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    private static byte[] Exif(string mark, bool turned)
    {
        // TIFF 6.0, little endian: main directory at 8, then that of the place.
        var artist = Encoding.ASCII.GetBytes($"artist {mark}\0");
        var model = Encoding.ASCII.GetBytes($"model {mark}\0");
        var taken = "2026:11:26 10:11:12\0"u8.ToArray();
        const int Entries = 5;
        const int Directory = 8;
        const int DirectoryBytes = 2 + (Entries * 12) + 4;
        const int Texts = Directory + DirectoryBytes;
        var artistAt = Texts;
        var modelAt = artistAt + artist.Length;
        var takenAt = modelAt + model.Length;
        var placeAt = takenAt + taken.Length;
        var latitudeAt = placeAt + 2 + (4 * 12) + 4;
        List<byte> file = [.. "II*\0"u8, .. Little(Directory), .. Short(Entries)];
        file.AddRange(Entry(0x0110, 2, model.Length, (uint)modelAt));
        file.AddRange(Entry(0x0112, 3, 1, turned ? 6u : 1u));
        file.AddRange(Entry(0x0132, 2, taken.Length, (uint)takenAt));
        file.AddRange(Entry(0x013B, 2, artist.Length, (uint)artistAt));
        file.AddRange(Entry(0x8825, 4, 1, (uint)placeAt));
        file.AddRange(Little(0));
        file.AddRange(artist);
        file.AddRange(model);
        file.AddRange(taken);
        file.AddRange(Short(4));
        file.AddRange(Entry(1, 2, 2, 'N'));
        file.AddRange(Entry(2, 5, 3, (uint)latitudeAt));
        file.AddRange(Entry(3, 2, 2, 'E'));
        file.AddRange(Entry(4, 5, 3, (uint)latitudeAt + 24));
        file.AddRange(Little(0));
        file.AddRange(Latitude.SelectMany(Little));
        file.AddRange(Longitude.SelectMany(Little));
        return [.. file];
    }

    private static byte[] Xmp(string mark) => Encoding.UTF8.GetBytes(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        + $"<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' dc:creator='xmp {mark}'/></rdf:RDF></x:xmpmeta>");

    /// <summary>That of a wider colour space, with the mark at the place of its copyright.</summary>
    private static byte[] Profile(string mark)
    {
        using var space = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        using var bitmap = new SKBitmap(new SKImageInfo(1, 1, SKColorType.Rgba8888, SKAlphaType.Opaque, space));
        using var data = bitmap.Encode(SKEncodedImageFormat.Webp, 90);
        var file = data.ToArray();
        var at = file.AsSpan().IndexOf("ICCP"u8);
        var profile = file[(at + 8)..(at + 8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4)))];
        byte[] marked = [.. profile, .. Encoding.ASCII.GetBytes($"profile {mark}")];
        BinaryPrimitives.WriteInt32BigEndian(marked, marked.Length);
        return marked;
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var crc = named.Aggregate(0xFFFFFFFF, (known, each) => Crcs[(known ^ each) & 0xFF] ^ (known >> 8)) ^ 0xFFFFFFFF;
        return [.. Big((uint)content.Length), .. named, .. Big(crc)];
    }

    private static byte[] Riff(string type, byte[] content) =>
        [.. Encoding.ASCII.GetBytes(type), .. Little((uint)content.Length), .. content, .. content.Length % 2 == 0 ? [] : new byte[1]];

    private static byte[] Zip(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var zip = new ZLibStream(zipped, CompressionLevel.Fastest))
            zip.Write(content);
        return zipped.ToArray();
    }

    private static byte[] Entry(ushort tag, ushort type, int count, uint value) => [.. Short(tag), .. Short(type), .. Little((uint)count), .. Little(value)];

    private static byte[] Short(ushort value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static byte[] Little(uint value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];

    private static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Crc(int number)
    {
        var value = (uint)number;
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    }
}
