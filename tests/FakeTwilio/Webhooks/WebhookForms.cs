using System.Globalization;
using Senim.FakeTwilio.World;

namespace Senim.FakeTwilio.Webhooks;

/// <summary>The forms that Twilio posts. Source: its guides to incoming and to outgoing messages.</summary>
internal static class WebhookForms
{
    public static List<KeyValuePair<string, string>> Incoming(StoredMessage message, FakeTwilioOptions options, string baseUrl)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("ToCountry", "KZ"),
            new("ToState", ""),
            new("SmsMessageSid", message.Sid),
            new("NumMedia", Text(message.MediaCount)),
            new("ToCity", ""),
            new("FromZip", ""),
            new("SmsSid", message.Sid),
            new("FromState", ""),
            new("SmsStatus", "received"),
            new("FromCity", ""),
            new("Body", message.Body),
            new("FromCountry", "KZ"),
            new("To", message.To),
            new("ToZip", ""),
            new("NumSegments", Text(message.Segments)),
            new("MessageSid", message.Sid),
            new("AccountSid", options.AccountSid),
            new("From", message.From),
            new("ApiVersion", "2010-04-01"),
        ];
        foreach (var (index, media) in message.Media.Index())
        {
            form.Add(new($"MediaContentType{Text(index)}", media.File.ContentType));
            form.Add(new($"MediaUrl{Text(index)}", $"{baseUrl}/2010-04-01/Accounts/{options.AccountSid}/Messages/{message.Sid}/Media/{media.Sid}"));
        }

        return form;
    }

    public static List<KeyValuePair<string, string>> Status(StoredMessage message, FakeTwilioOptions options)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("SmsSid", message.Sid),
            new("SmsStatus", message.Status),
            new("MessageStatus", message.Status),
            new("To", message.To),
            new("MessageSid", message.Sid),
            new("AccountSid", options.AccountSid),
            new("From", message.From),
            new("ApiVersion", "2010-04-01"),
        ];
        if (message.ErrorCode is { } code)
            form.Add(new("ErrorCode", Text(code)));
        return form;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
