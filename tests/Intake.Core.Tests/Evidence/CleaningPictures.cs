using System.Text;
using Senim.Intake.Evidence;
using Senim.Intake.Evidence.Pictures;
using Senim.Pictures;
using SkiaSharp;

namespace Senim.Intake.Core.Tests.Evidence;

/// <summary>What staff are shown of a picture: the picture, and nothing that was written beside it.</summary>
public sealed class CleaningPictures : IDisposable
{
    private const string Mark = "Zqmarker";
    private readonly PictureCleaner cleaner = new();

    public static TheoryData<FileType> Formats => new() { FileType.Jpeg, FileType.Png, FileType.WebP };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Nothing_is_left_of_place_time_owner_profile_and_comments(FileType type)
    {
        var taken = Taken(type);
        var before = string.Join('\n', WrittenBeside.Find(taken));
        foreach (var note in type == FileType.Jpeg ? ["GPS", "Exif", "XMP", "ICC", "Comment"] : new[] { "GPS", "Exif", "XMP", "ICC" })
            Assert.Contains(note, before, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(type, FileTypes.Detect(taken));

        foreach (var isBlurred in new[] { false, true })
        {
            var clean = await CleanAsync(taken, type, isBlurred);

            Assert.Empty(WrittenBeside.Find(clean));
            Assert.True(clean.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Mark)) < 0);
            Assert.Equal(type, FileTypes.Detect(clean));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_picture_itself_is_the_same(FileType type)
    {
        using var shown = SKBitmap.Decode(await CleanAsync(Taken(type), type, isBlurred: false));

        Assert.Equal((64, 48), (shown.Width, shown.Height));
        Assert.True(IsRed(shown.GetPixel(32, 5)) && !IsRed(shown.GetPixel(32, 43)));
    }

    [Fact]
    public async Task A_picture_that_was_taken_upright_is_shown_upright()
    {
        using var shown = SKBitmap.Decode(await CleanAsync(TakenPicture.Jpeg(Mark, turned: true), FileType.Jpeg, isBlurred: false));

        // Turned by a quarter to the right, the upper half comes to lie on the right side.
        Assert.Equal((48, 64), (shown.Width, shown.Height));
        Assert.True(IsRed(shown.GetPixel(43, 32)) && !IsRed(shown.GetPixel(5, 32)));
    }

    [Fact]
    public async Task A_large_one_is_made_smaller()
    {
        using var shown = SKBitmap.Decode(await CleanAsync(TakenPicture.Encode(SKEncodedImageFormat.Jpeg, 5000, 3000), FileType.Jpeg, isBlurred: false));

        Assert.Equal((PictureCleaner.MostSide, 1228), (shown.Width, shown.Height));
    }

    [Fact]
    public async Task Blurred_only_colours_are_left()
    {
        using var plain = new SKBitmap(new SKImageInfo(600, 400, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var x = 0; x < 600; x++)
        {
            for (var y = 0; y < 400; y++)
                plain.SetPixel(x, y, (x / 4 + y / 4) % 2 == 0 ? SKColors.Black : SKColors.White);
        }

        using var data = plain.Encode(SKEncodedImageFormat.Png, 100);
        using var blurred = SKBitmap.Decode(await CleanAsync(data.ToArray(), FileType.Png, isBlurred: true));

        var shades = Enumerable.Range(0, blurred.Width).Select(x => (int)blurred.GetPixel(x, blurred.Height / 2).Red).ToList();
        Assert.True(shades.Max() - shades.Min() < 40, $"{shades.Min()} to {shades.Max()}");
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_a_one_is_not_shown()
    {
        var png = TakenPicture.Encode(SKEncodedImageFormat.Png, 8, 8);
        var bomb = TakenPicture.Png(Mark);

        // The size that the header claims.
        (bomb[16], bomb[17], bomb[18], bomb[19]) = (0, 0, 0x75, 0x30);
        (bomb[20], bomb[21], bomb[22], bomb[23]) = (0, 0, 0x75, 0x30);

        foreach (var (bytes, type) in new[]
        {
            ((byte[])[0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], FileType.Jpeg), ([], FileType.Png), (bomb, FileType.Png), (png, FileType.Jpeg),
            ("RIFF\x10\0\0\0WEBPVP8 "u8.ToArray(), FileType.WebP),
        })
        {
            using var stream = new MemoryStream(bytes);
            Assert.Null(await cleaner.CleanAsync(stream, type, isBlurred: false, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Damaged_ones_of_any_kind_do_no_harm()
    {
        var random = new Random(11);
        foreach (var type in new[] { FileType.Jpeg, FileType.Png, FileType.WebP })
        {
            for (var i = 0; i < 60; i++)
            {
                var bytes = Taken(type);
                for (var flips = 0; flips < 8; flips++)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                using var stream = new MemoryStream(bytes[..random.Next(bytes.Length)]);
                if (await cleaner.CleanAsync(stream, type, isBlurred: false, CancellationToken.None) is { } shown)
                    Assert.Empty(WrittenBeside.Find(shown.ToArray()));
            }
        }
    }

    public void Dispose() => cleaner.Dispose();

    private static byte[] Taken(FileType type) => type switch
    {
        FileType.Jpeg => TakenPicture.Jpeg(Mark),
        FileType.Png => TakenPicture.Png(Mark),
        _ => TakenPicture.WebP(Mark),
    };

    private static bool IsRed(SKColor color) => color.Red > 150 && color.Blue < 100;

    private async Task<byte[]> CleanAsync(byte[] taken, FileType type, bool isBlurred)
    {
        using var stream = new MemoryStream(taken);
        return (await cleaner.CleanAsync(stream, type, isBlurred, CancellationToken.None))!.ToArray();
    }
}
