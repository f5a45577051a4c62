using System.Globalization;
using System.Text;
using Senim.Routing.Alerts.Sending;

namespace Senim.Routing.Alerts.Email;

/// <summary>
/// An alert as a mail (RFC 5322, MIME): plain text, everything but the header's names in base64. A repeat carries the same message id, so that
/// mail programs which look at it show it once.
/// </summary>
internal static class AlertMail
{
    public static string Write(AlertMessage message, string from, DateTimeOffset now)
    {
        var texts = AlertTexts.In(message.Language);
        var body = texts.Body(message, message.Kind == AlertKind.Test ? texts["test.enter"] : null);
        return string.Join(
            "\r\n",
            $"From: {from}",
            $"To: {message.Address}",
            $"Subject: {Encoded(texts.Title(message))}",
            $"Date: {now.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"Message-ID: <alert-{message.AlertId}-{message.CreatedUtc.Ticks}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}>",
            "Auto-Submitted: auto-generated",
            message.Kind == AlertKind.Emergency ? "Importance: high" : "Importance: normal",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(body.ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks));
    }

    /// <summary>RFC 2047: an encoded word has 75 characters at most, so a longer text is several, cut between letters.</summary>
    private static string Encoded(string text) =>
        string.Join("\r\n ", text.Chunk(18).Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
}
