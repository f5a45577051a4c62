using System.Text;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Evidence;
using Telegram.Bot.Types;

namespace Senim.Bots.Channels.Telegram;

/// <summary>The file of a message: its id is all that is kept of it. Names and what the phone says of its type stay behind.</summary>
internal static class TelegramFile
{
    /// <summary>Ids seen have some 90 characters; the Bot API names no bound.</summary>
    private const int MostIdChars = 256;

    public static IReadOnlyList<InboundFile> Of(Message message, TurnInput input)
    {
        if (input is not TurnInput.Attachment attachment || Kind(attachment.Kind) is not { } kind || Find(message) is not { } file)
            return [];
        if (attachment.IsTooLarge)
            return [new InboundFile { Kind = kind, State = EvidenceState.TooLarge }];
        return file.FileId is { Length: > 0 and <= MostIdChars } id
            ? [new InboundFile { Kind = kind, Reference = Encoding.UTF8.GetBytes(id) }]
            : [new InboundFile { Kind = kind, State = EvidenceState.Gone }];
    }

    public static bool IsTooLarge(Message message) => Find(message)?.FileSize > EvidenceOptions.MostFileBytes;

    private static MediaKind? Kind(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Voice => MediaKind.Voice,
        AttachmentKind.Picture => MediaKind.Picture,
        AttachmentKind.Video => MediaKind.Video,
        AttachmentKind.File => MediaKind.File,
        AttachmentKind.Ornament => null,
    };

    /// <summary>An animation comes with the same file as a document.</summary>
    private static FileBase? Find(Message message) => message switch
    {
        { Voice: { } voice } => voice,
        { Audio: { } audio } => audio,
        { VideoNote: { } note } => note,
        { Video: { } video } => video,
        { Animation: { } animation } => animation,
        { Photo: { Length: > 0 } sizes } => sizes.Where(size => size is not null).MaxBy(size => (long)size.Width * size.Height),
        _ => message.Document,
    };
}
