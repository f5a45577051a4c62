using System.Text;
using Senim.Bots.Conversation.Turns;

namespace Senim.Bots.Channels.Sms;

/// <summary>One text as it came in, without the names, cities and countries that Twilio adds.</summary>
internal sealed record IncomingSms
{
    /// <summary>Twilio's id of the message.</summary>
    public required string Sid { get; init; }

    /// <summary>The sender's number in E.164.</summary>
    public required string From { get; init; }

    public required string Body { get; init; }

    /// <summary>The kind of file that counts most among those sent with it; null without any.</summary>
    public AttachmentKind? File { get; init; }

    /// <summary>Those among them whose ids are known.</summary>
    public IReadOnlyList<SmsMedia> Media { get; init; } = [];

    /// <summary>
    /// Reads a form whose signature holds. Null unless each name that we need stands there once and in its form, and account and number
    /// are ours; names that we do not know are passed over.
    /// </summary>
    public static IncomingSms? Read(PostedForm form, OurNumber ours)
    {
        if (!form.TryGetOnce("MessageSid"u8, out var sid) || !PhoneNumbers.IsMessageSid(sid)
            || !form.TryGetOnce("AccountSid"u8, out var account) || !account.SequenceEqual(ours.AccountSid)
            || !form.TryGetOnce("From"u8, out var from) || !PhoneNumbers.IsE164(from)
            || !form.TryGetOnce("To"u8, out var to) || !to.SequenceEqual(ours.Number)
            || !form.TryGetOnce("Body"u8, out var body)
            || !form.TryGetOnce("NumMedia"u8, out var media) || !TryReadCount(media, out var files))
        {
            return null;
        }

        return new IncomingSms
        {
            Sid = Encoding.ASCII.GetString(sid),
            From = Encoding.ASCII.GetString(from),
            Body = Encoding.UTF8.GetString(body),
            File = files == 0 ? null : Kind(form, files),
            Media = Known(form, files, Encoding.ASCII.GetString(sid), ours),
        };
    }

    /// <summary>By media type, such as <c>audio/amr</c>.</summary>
    public static AttachmentKind Kind(string mediaType)
    {
        bool Is(string start) => mediaType.StartsWith(start, StringComparison.OrdinalIgnoreCase);
        return Is("audio/") ? AttachmentKind.Voice
            : Is("video/") ? AttachmentKind.Video
            : Is("image/") ? AttachmentKind.Picture
            : Is("text/vcard") || Is("text/x-vcard") || Is("text/directory") ? AttachmentKind.Ornament
            : AttachmentKind.File;
    }

    /// <summary>Digits, two at most: Twilio takes ten files.</summary>
    private static bool TryReadCount(ReadOnlySpan<byte> text, out int count)
    {
        count = 0;
        if (text.Length is not (1 or 2) || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return false;
        foreach (var digit in text)
            count = (count * 10) + digit - '0';
        return true;
    }

    private static AttachmentKind Kind(PostedForm form, int files)
    {
        var kind = AttachmentKind.Ornament;
        for (var i = 0; i < files; i++)
            kind = (AttachmentKind)Math.Min((int)kind, (int)Kind(form, "MediaContentType", i));
        return kind;
    }

    private static AttachmentKind Kind(PostedForm form, string name, int number) =>
        form.TryGetOnce(Encoding.ASCII.GetBytes($"{name}{number}"), out var type) ? Kind(Encoding.UTF8.GetString(type)) : AttachmentKind.File;

    /// <summary>Of each address only the file's id is taken, where account and message in it are this one's.</summary>
    private static List<SmsMedia> Known(PostedForm form, int files, string message, OurNumber ours)
    {
        var known = new List<SmsMedia>(files);
        for (var i = 0; i < files; i++)
        {
            if (form.TryGetOnce(Encoding.ASCII.GetBytes($"MediaUrl{i}"), out var url)
                && SmsMedia.Find(Encoding.UTF8.GetString(url), Encoding.ASCII.GetString(ours.AccountSid), message, Kind(form, "MediaContentType", i)) is { } media)
            {
                known.Add(media);
            }
        }

        return known;
    }
}

/// <summary>Account and number as they stand in a form that is meant for us.</summary>
internal sealed class OurNumber(string accountSid, string number)
{
    private readonly byte[] account = Encoding.ASCII.GetBytes(accountSid);
    private readonly byte[] digits = Encoding.ASCII.GetBytes(number);

    public ReadOnlySpan<byte> AccountSid => account;

    public ReadOnlySpan<byte> Number => digits;
}
