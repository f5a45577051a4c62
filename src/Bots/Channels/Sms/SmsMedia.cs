using System.Text;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Evidence;

namespace Senim.Bots.Channels.Sms;

/// <summary>A file of a message, by Twilio's ids. Where it lies is made of them, never taken from what came.</summary>
internal sealed record SmsMedia(string MessageSid, string Sid, AttachmentKind Kind)
{
    /// <summary>Twilio: <c>ME</c> and 32 hexadecimal digits.</summary>
    private const int SidChars = 34;

    /// <summary>The path of the file's content below the API's server.</summary>
    public static string Path(string account, string message, string media) => $"/2010-04-01/Accounts/{account}/Messages/{message}/Media/{media}";

    /// <returns>Null when the address is not of that message's form.</returns>
    public static SmsMedia? Find(string url, string account, string message, AttachmentKind kind) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.Segments is [.., var sid] && IsSid(sid)
        && address.AbsolutePath == Path(account, message, sid)
            ? new SmsMedia(message, sid, kind)
            : null;

    public static SmsMedia? Read(byte[] reference) => Encoding.ASCII.GetString(reference).Split('/') is [var message, var sid]
        && PhoneNumbers.IsMessageSid(Encoding.ASCII.GetBytes(message)) && IsSid(sid)
            ? new SmsMedia(message, sid, AttachmentKind.File)
            : null;

    /// <returns>Null for a file that carries nothing to hear or see.</returns>
    public InboundFile? ToFile() => Kind == AttachmentKind.Ornament ? null : new InboundFile
    {
        Kind = Kind switch
        {
            AttachmentKind.Voice => MediaKind.Voice,
            AttachmentKind.Picture => MediaKind.Picture,
            AttachmentKind.Video => MediaKind.Video,
            _ => MediaKind.File,
        },
        Reference = Encoding.ASCII.GetBytes($"{MessageSid}/{Sid}"),
    };

    public static bool IsSid(string? sid) => sid is { Length: SidChars } && sid.StartsWith("ME", StringComparison.Ordinal) && sid.AsSpan(2).ContainsOnlyHex();
}
