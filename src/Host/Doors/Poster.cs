using System.Net;
using System.Text.RegularExpressions;
using Senim.Intake.Doors;

namespace Senim.Hosting.Doors;

/// <summary>A page of A4 for the wall: the QR code, the word for an SMS, and the numbers to call, in Kazakh and Russian. One file, no other is fetched.</summary>
internal static partial class Poster
{
    public static string Write(Door door, DoorLinks links, string qrCode)
    {
        using var stream = typeof(Poster).Assembly.GetManifestResourceStream("poster.html")
            ?? throw new InvalidOperationException("The poster is missing from the build.");
        using var reader = new StreamReader(stream);
        var html = reader.ReadToEnd();
        if (links.SmsNumber is null)
            html = Sms().Replace(html, "");
        return Hole().Replace(html, hole => hole.Groups[1].Value switch
        {
            "qr" => qrCode,
            "code" => WebUtility.HtmlEncode(DoorCode.Write(door.Code)),
            "number" => WebUtility.HtmlEncode(links.SmsNumber ?? ""),
            var unknown => throw new InvalidOperationException($"The poster asks for '{unknown}'."),
        });
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Hole();

    /// <summary>What is only there where an SMS can be sent.</summary>
    [GeneratedRegex("<!--sms-->.*?<!--/sms-->", RegexOptions.Singleline)]
    private static partial Regex Sms();
}
