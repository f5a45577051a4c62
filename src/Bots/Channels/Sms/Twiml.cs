using System.Text;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// The answer to a text (Twilio, "TwiML for Programmable Messaging"). Written here rather than by the library, which builds a tree of
/// elements for it; a test holds the two to the same document.
/// </summary>
internal static class Twiml
{
    public const string ContentType = "text/xml; charset=utf-8";

    private const string Declaration = """<?xml version="1.0" encoding="utf-8"?>""";

    /// <summary>Nothing is said.</summary>
    public static byte[] Silence { get; } = Encoding.UTF8.GetBytes($"{Declaration}<Response></Response>");

    /// <param name="statusUrl">The address that is told what became of the message.</param>
    public static byte[] Message(string text, string statusUrl)
    {
        var xml = new StringBuilder(text.Length + 256);
        xml.Append(Declaration).Append("<Response><Message statusCallback=\"");
        Escape(xml, statusUrl);
        xml.Append("\">");
        Escape(xml, text);
        xml.Append("</Message></Response>");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    /// <summary>XML 1.0 has no form for most control characters, nor for half a sign.</summary>
    private static void Escape(StringBuilder xml, string text)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '"' => xml.Append("&quot;"),
                '\r' => xml.Append("&#xD;"),
                < ' ' and not ('\n' or '\t') or '\uFFFE' or '\uFFFF' => xml.Append(' '),
                _ => xml.Append(letter),
            };
        }
    }
}
