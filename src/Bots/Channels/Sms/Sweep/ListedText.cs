using System.Globalization;
using System.Text;
using Twilio.Rest.Api.V2010.Account;

namespace Senim.Bots.Channels.Sms.Sweep;

/// <summary>A text of the list, held to what is asked of one that is posted.</summary>
internal static class ListedText
{
    /// <returns>Null for what lacks something that we need, or was not sent by a phone to our number.</returns>
    public static IncomingSms? Read(MessageResource message, SmsOptions ours)
    {
        if (!PhoneNumbers.IsMessageSid(Bytes(message.Sid))
            || message.AccountSid != ours.AccountSid
            || message.To != ours.From
            || message.From?.ToString() is not { } from || !PhoneNumbers.IsE164(Bytes(from))
            || message.Body is null
            || Files(message) is null)
        {
            return null;
        }

        return new IncomingSms { Sid = message.Sid, From = from, Body = message.Body };
    }

    /// <summary>How many files were sent with it; null when it does not say.</summary>
    public static int? Files(MessageResource message) =>
        int.TryParse(message.NumMedia, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null;

    public static byte[] Bytes(string? text) => Encoding.ASCII.GetBytes(text ?? "");
}
