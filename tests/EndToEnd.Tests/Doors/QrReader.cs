using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ZXing;
using ZXing.Common;

namespace Senim.EndToEnd.Tests.Doors;

/// <summary>Reads QR codes as a telephone does: out of pixels (ZXing, Apache 2.0).</summary>
internal static partial class QrReader
{
    private const int Scale = 6;
    private const byte White = 255;

    /// <summary>The text of a code in a drawing that consists of black bars.</summary>
    public static string? ReadDrawing(string svg)
    {
        var size = int.Parse(Box().Match(svg).Groups[1].Value, CultureInfo.InvariantCulture) * Scale;
        var pixels = new byte[size * size];
        Array.Fill(pixels, White);
        foreach (var bar in Bar().Matches(svg).Select(match => match.Groups.Cast<Group>().Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture) * Scale).ToArray()))
        {
            for (var y = bar[1]; y < bar[1] + Scale; y++)
                Array.Clear(pixels, (y * size) + bar[0], bar[2]);
        }

        return Read(pixels, size, size);
    }

    /// <summary>The text of a code somewhere on the page, as it is shown.</summary>
    public static async Task<string?> ReadPageAsync(IPage page)
    {
        var shot = Convert.ToBase64String(await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true }));
        var seen = await page.EvaluateAsync<string>(
            """
            async shot => {
              const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + shot)).blob());
              const canvas = new OffscreenCanvas(image.width, image.height);
              const paper = canvas.getContext('2d');
              paper.drawImage(image, 0, 0);
              const seen = paper.getImageData(0, 0, image.width, image.height).data;
              let grey = '';
              for (let i = 0; i < seen.length; i += 4) grey += String.fromCharCode((seen[i] + seen[i + 1] + seen[i + 2]) / 3);
              return image.width + ' ' + btoa(grey);
            }
            """,
            shot);
        var width = int.Parse(seen.Split(' ')[0], CultureInfo.InvariantCulture);
        var pixels = Convert.FromBase64String(seen.Split(' ')[1]);
        return Read(pixels, width, pixels.Length / width);
    }

    private static string? Read(byte[] grey, int width, int height) => new BarcodeReaderGeneric
    {
        Options = new DecodingOptions { PossibleFormats = [BarcodeFormat.QR_CODE], TryHarder = true },
    }.Decode(new RGBLuminanceSource(grey, width, height, RGBLuminanceSource.BitmapFormat.Gray8))?.Text;

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+) ")]
    private static partial Regex Box();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h([0-9]+)v1H")]
    private static partial Regex Bar();
}
