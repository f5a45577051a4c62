using SkiaSharp;

namespace Senim.Intake.Evidence.Pictures;

/// <summary>
/// Writes a picture anew: its pixels, upright, in a size for a screen, and nothing that was written beside them (where, when, by whom and with
/// what it was taken, comments, thumbnails, colour profiles). What it makes lies in memory and goes to one reader; nothing is kept.
/// </summary>
internal sealed class PictureCleaner : IDisposable
{
    /// <summary>Pixels that are decoded: a small file may claim to be a picture of any size.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Of the longer side of what is shown.</summary>
    public const int MostSide = 2048;

    private const int BlurredSide = 480;

    /// <summary>So few points are left across a blurred picture.</summary>
    private const int PointsLeft = 12;

    private const int Quality = 85;

    /// <summary>A picture takes up to 200 MB while it is decoded.</summary>
    private readonly SemaphoreSlim one = new(1, 1);

    /// <returns>Null when it is no such picture, or too large a one.</returns>
    public async Task<MemoryStream?> CleanAsync(Stream original, FileType type, bool isBlurred, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(original);
        await one.WaitAsync(cancellationToken);
        try
        {
            using var bytes = new MemoryStream();
            await original.CopyToAsync(bytes, cancellationToken);
            bytes.Position = 0;
            return await Task.Run(() => Clean(bytes, type, isBlurred), cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private static MemoryStream? Clean(MemoryStream bytes, FileType type, bool isBlurred)
    {
        using var data = SKData.Create(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != Format(type) || codec.Info is not { Width: > 0, Height: > 0 } info || (long)info.Width * info.Height > MostPixels)
            return null;

        // Colours of another profile become those that every screen has, and the profile is not needed.
        using var decoded = new SKBitmap(new SKImageInfo(info.Width, info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
            return null;
        using var upright = Draw(decoded, codec.EncodedOrigin, isBlurred ? PointsLeft : MostSide);
        using var image = isBlurred ? Enlarge(upright) : upright;
        using var encoded = image.Encode(Format(type), Quality);
        return encoded is null ? null : new MemoryStream(encoded.ToArray(), writable: false);
    }

    private static SKEncodedImageFormat Format(FileType type) => type switch
    {
        FileType.Png => SKEncodedImageFormat.Png,
        FileType.WebP => SKEncodedImageFormat.Webp,
        _ => SKEncodedImageFormat.Jpeg,
    };

    /// <summary>A surface without a colour space: what is encoded from it has no profile.</summary>
    private static SKSurface Surface(int width, int height) =>
        SKSurface.Create(new SKImageInfo(Math.Max(1, width), Math.Max(1, height), SKColorType.Rgba8888, SKAlphaType.Premul))
        ?? throw new InvalidOperationException("There is no memory for a picture.");

    private static SKImage Draw(SKBitmap decoded, SKEncodedOrigin origin, int mostSide)
    {
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = isTurned ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var scale = Math.Min(1f, mostSide / (float)Math.Max(width, height));
        using var surface = Surface((int)(width * scale), (int)(height * scale));
        var canvas = surface.Canvas;
        canvas.Scale(surface.Canvas.DeviceClipBounds.Width / (float)width, surface.Canvas.DeviceClipBounds.Height / (float)height);
        var turn = Upright(origin, width, height);
        canvas.Concat(in turn);
        using var picture = SKImage.FromBitmap(decoded);
        canvas.DrawImage(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return surface.Snapshot();
    }

    private static SKImage Enlarge(SKImage small)
    {
        var scale = BlurredSide / (float)Math.Max(small.Width, small.Height);
        using var surface = Surface((int)(small.Width * scale), (int)(small.Height * scale));
        surface.Canvas.DrawImage(small, surface.Canvas.DeviceClipBounds, new SKSamplingOptions(SKCubicResampler.Mitchell));
        return surface.Snapshot();
    }

    /// <summary>Exif 2.3, tag 0x0112: how the camera was held.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
