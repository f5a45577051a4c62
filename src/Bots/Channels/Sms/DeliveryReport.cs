using System.Globalization;
using System.Text;

namespace Senim.Bots.Channels.Sms;

/// <summary>What Twilio tells of one message of ours after it had taken it.</summary>
internal sealed record DeliveryReport
{
    /// <summary>Twilio's id of the message.</summary>
    public required string Sid { get; init; }

    /// <summary>The reporter's number.</summary>
    public required string To { get; init; }

    /// <summary>Why it did not arrive; 0 when it did, or is still on its way.</summary>
    public int ErrorCode { get; init; }

    /// <summary>Which answer it stood in; empty for one that was sent by itself.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Known to be the last message to that number, as in Twilio's list.</summary>
    public bool IsLast { get; init; }

    /// <summary>When it was sent, where that is known (UTC, whole seconds).</summary>
    public DateTime? SentUtc { get; init; }

    /// <summary>Reads a form whose signature holds; null when it lacks what we need or is not about a message of ours.</summary>
    public static DeliveryReport? Read(PostedForm form, OurNumber ours, string reference)
    {
        if (!form.TryGetOnce("MessageSid"u8, out var sid) || !PhoneNumbers.IsMessageSid(sid)
            || !form.TryGetOnce("AccountSid"u8, out var account) || !account.SequenceEqual(ours.AccountSid)
            || !form.TryGetOnce("From"u8, out var from) || !from.SequenceEqual(ours.Number)
            || !form.TryGetOnce("To"u8, out var to) || !PhoneNumbers.IsE164(to)
            || !form.TryGetOnce("MessageStatus"u8, out var status)
            || !TryReadError(form, out var error))
        {
            return null;
        }

        return new DeliveryReport
        {
            Sid = Encoding.ASCII.GetString(sid),
            To = Encoding.ASCII.GetString(to),
            ErrorCode = status.SequenceEqual("failed"u8) || status.SequenceEqual("undelivered"u8) ? error : 0,
            Reference = reference,
        };
    }

    private static bool TryReadError(PostedForm form, out int error)
    {
        error = 0;
        return form.TryGetOnce("ErrorCode"u8, out var code)
            ? int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out error)
            : !form.Has("ErrorCode"u8);
    }
}
