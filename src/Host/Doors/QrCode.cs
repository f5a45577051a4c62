using System.Globalization;
using System.Text;
using QRCoder;

namespace Senim.Hosting.Doors;

/// <summary>A QR code as a drawing that prints sharp at any size.</summary>
internal static class QrCode
{
    /// <summary>A quarter of it may be dirty or torn (ISO/IEC 18004, level Q). The quiet zone of four modules is part of the drawing.</summary>
    public static string Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x])
                    continue;
                var from = x;
                while (x < rows.Count && rows[y][x])
                    x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges" role="img" aria-label="QR"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path d="{path}"/></svg>""");
    }
}
