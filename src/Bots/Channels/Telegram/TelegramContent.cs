using System.Text.RegularExpressions;
using Senim.Bots.Conversation.Turns;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Senim.Bots.Channels.Telegram;

/// <summary>What a message says.</summary>
internal static partial class TelegramContent
{
    /// <summary>These count whatever is written after them: somebody may be standing behind the reporter.</summary>
    private static readonly string[] WaysOut = ["cancel", "hide"];

    /// <returns>Null for what nobody said: a pinned message, a changed setting of the chat, the next point of a moving location.</returns>
    public static TurnInput? Read(Message message, bool isEdit) => message switch
    {
        { Text: { } text } => FromText(text, isEdit),
        { Caption: { Length: > 0 } caption } when isEdit => new TurnInput.Text(caption, Edited: true),
        { Voice: not null } or { Audio: not null } => Attachment(message, AttachmentKind.Voice),
        { VideoNote: not null } or { Video: not null } or { Animation: not null } => Attachment(message, AttachmentKind.Video),
        { Photo: not null } => Attachment(message, AttachmentKind.Picture),
        { Document: not null } => Attachment(message, AttachmentKind.File),
        _ when isEdit => null,
        { Venue.Location: { } place } => new TurnInput.Location(place.Latitude, place.Longitude),
        { Location: { } point } => new TurnInput.Location(point.Latitude, point.Longitude),
        _ => FromKind(message),
    };

    private static TurnInput? FromKind(Message message) => message.Type switch
    {
        MessageType.LivePhoto or MessageType.PaidMedia => Attachment(message, AttachmentKind.Picture),
        MessageType.RichMessage => Attachment(message, AttachmentKind.File),
        MessageType.Sticker or MessageType.Contact or MessageType.Dice or MessageType.Game or MessageType.Poll or MessageType.Story
            or MessageType.Checklist or MessageType.Invoice => Attachment(message, AttachmentKind.Ornament),

        // A kind newer than the library is more likely somebody's message than a note of the service.
        MessageType.Unknown => Attachment(message, AttachmentKind.Ornament),
        _ => null,
    };

    private static TurnInput.Attachment Attachment(Message message, AttachmentKind kind) =>
        new(kind, message.Caption, kind != AttachmentKind.Ornament && TelegramFile.IsTooLarge(message));

    /// <summary>
    /// <c>/start CODE</c>, <c>/cancel@TheBot</c>: a command is a word of Latin letters after the slash. Where words follow that are no
    /// code, the whole is something that was said.
    /// </summary>
    private static TurnInput FromText(string text, bool isEdit)
    {
        if (isEdit || Command().Match(text) is not { Success: true } match)
            return new TurnInput.Text(text, isEdit);
        var name = match.Groups["name"].Value.ToLowerInvariant();
        var rest = match.Groups["rest"].Value.Trim();
        if (rest.Length == 0 || WaysOut.Contains(name))
            return new TurnInput.Command(name);
        return name == "start" && Code().IsMatch(rest) ? new TurnInput.Command(name, rest) : new TurnInput.Text(text);
    }

    [GeneratedRegex(@"^/(?<name>[A-Za-z0-9_]{1,32})(@[A-Za-z0-9_]+)?(?<rest>\s.*)?$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    /// <summary>Bot API, deep links: 1-64 characters of A-Z a-z 0-9 _ -.</summary>
    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
