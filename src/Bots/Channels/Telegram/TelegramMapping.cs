using System.Buffers.Binary;
using System.Globalization;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Senim.Bots.Channels.Telegram;

/// <summary>From an update to a turn. Names, usernames and everything else about the person stay behind here.</summary>
internal sealed class TelegramMapping(BlindIndex blind, long botId)
{
    /// <summary>Edits count as additions; a blocked bot marks the reporter unreachable.</summary>
    public static readonly UpdateType[] AllowedUpdates =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    public MappedUpdate Map(Update update, DateTime receivedUtc) => update switch
    {
        { Message: { } message } => FromMessage(update, message, isEdit: false, receivedUtc),
        { EditedMessage: { } message } => FromMessage(update, message, isEdit: true, receivedUtc),
        { CallbackQuery: { } query } => FromPress(update, query, receivedUtc),
        { MyChatMember: { } member } => FromMembership(update, member, receivedUtc),
        _ => new MappedUpdate.Ignored(),
    };

    public static long ChatId(byte[] address) => BinaryPrimitives.ReadInt64BigEndian(address);

    private MappedUpdate FromMessage(Update update, Message message, bool isEdit, DateTime receivedUtc)
    {
        if (message.Chat is null)
            return new MappedUpdate.Ignored();
        if (message.Chat.Type != ChatType.Private)
            return new MappedUpdate.Left(message.Chat.Id);
        var kind = isEdit ? "edited" : "message";
        var edited = message.EditDate is { } date ? date.ToUniversalTime().ToUnixMilliseconds() : 0;
        return new MappedUpdate.Turn(Turn(
            update,
            message.Chat.Id,
            string.Create(CultureInfo.InvariantCulture, $"{kind}|{message.Chat.Id}|{message.Id}|{edited}"),
            Input(message, isEdit),
            receivedUtc,
            message.From?.LanguageCode,
            new TelegramMark(null, message.Id, null)));
    }

    private MappedUpdate FromPress(Update update, CallbackQuery query, DateTime receivedUtc)
    {
        if (query.Message?.Chat is not { } chat)
            return new MappedUpdate.Ignored();
        if (chat.Type != ChatType.Private)
            return new MappedUpdate.Left(chat.Id);
        return new MappedUpdate.Turn(Turn(
            update,
            chat.Id,
            string.Create(CultureInfo.InvariantCulture, $"callback|{chat.Id}|{query.Id}|0"),
            CallbackData.Read(query.Data),
            receivedUtc,
            query.From?.LanguageCode,
            new TelegramMark(query.Message.Id, null, query.Id)));
    }

    private MappedUpdate FromMembership(Update update, ChatMemberUpdated member, DateTime receivedUtc)
    {
        if (member.Chat is null)
            return new MappedUpdate.Ignored();
        var isGone = member.NewChatMember?.Status is ChatMemberStatus.Kicked or ChatMemberStatus.Left;
        if (member.Chat.Type != ChatType.Private)
            return isGone ? new MappedUpdate.Ignored() : new MappedUpdate.Left(member.Chat.Id);
        if (!isGone)
            return new MappedUpdate.Ignored();
        return new MappedUpdate.Turn(Turn(
            update,
            member.Chat.Id,
            string.Create(CultureInfo.InvariantCulture, $"membership|{member.Chat.Id}|{member.Date.ToUniversalTime().ToUnixMilliseconds()}|0"),
            new TurnInput.Unreachable(),
            receivedUtc,
            null,
            null));
    }

    private InboundTurn Turn(
        Update update, long chat, string content, TurnInput input, DateTime receivedUtc, string? languageCode, TelegramMark? mark)
    {
        var address = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(address, chat);
        return new InboundTurn
        {
            Channel = ChannelKind.Telegram,
            Conversation = blind.Conversation(ChannelKind.Telegram, chat.ToString(CultureInfo.InvariantCulture)),
            Delivery = blind.Delivery(botId, update.Id, content),
            Input = input,
            ReceivedUtc = receivedUtc,
            ReplyAddress = input is TurnInput.Unreachable ? null : address,
            LanguageHint = Languages.TryParse(languageCode, out var language) ? language : null,
            ChannelData = mark,
        };
    }

    private static TurnInput Input(Message message, bool isEdit) => message switch
    {
        { Text: { } text } => FromText(text, isEdit),
        _ when isEdit && message.Caption is { Length: > 0 } caption => new TurnInput.Text(caption, Edited: true),
        { Voice: not null } => new TurnInput.Attachment(AttachmentKind.Voice, message.Caption),
        { VideoNote: not null } or { Video: not null } or { Animation: not null } => new TurnInput.Attachment(AttachmentKind.Video, message.Caption),
        { Photo: not null } => new TurnInput.Attachment(AttachmentKind.Picture, message.Caption),
        { Document: not null } => new TurnInput.Attachment(AttachmentKind.File, message.Caption),
        { Venue: { Location: { } place } } => new TurnInput.Location(place.Latitude, place.Longitude),
        { Location: { } point } => new TurnInput.Location(point.Latitude, point.Longitude),
        _ when message.Type is MessageType.Audio => new TurnInput.Attachment(AttachmentKind.Voice, message.Caption),
        _ => new TurnInput.Attachment(AttachmentKind.Ornament, message.Caption),
    };

    /// <summary><c>/start CODE</c>, <c>/cancel@TheBot</c>: a command is a word of Latin letters after the slash; anything else is text.</summary>
    private static TurnInput FromText(string text, bool isEdit)
    {
        if (isEdit || !text.StartsWith('/'))
            return new TurnInput.Text(text, isEdit);
        var words = text[1..].Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var name = words.Length == 0 ? "" : words[0].Split('@', 2)[0].ToLowerInvariant();
        return name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? new TurnInput.Command(name, words.Length > 1 ? words[1] : null)
            : new TurnInput.Text(text);
    }
}

/// <summary>What an update means for us.</summary>
internal abstract record MappedUpdate
{
    private MappedUpdate()
    {
    }

    public sealed record Turn(InboundTurn Inbound) : MappedUpdate;

    /// <summary>A kind of update that we do not use.</summary>
    public sealed record Ignored : MappedUpdate;

    /// <summary>A group or channel: the bot leaves it at once and answers nobody there.</summary>
    public sealed record Left(long Chat) : MappedUpdate;
}
