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

    /// <summary>The chat in whose order an update stands; null for one that belongs to none.</summary>
    public static long? ChatOf(Update update) =>
        (update.Message?.Chat ?? update.EditedMessage?.Chat ?? update.CallbackQuery?.Message?.Chat ?? update.MyChatMember?.Chat)?.Id;

    private MappedUpdate FromMessage(Update update, Message message, bool isEdit, DateTime receivedUtc)
    {
        if (message.Chat is not { Id: not 0 } chat)
            return new MappedUpdate.Ignored();
        if (!IsPrivate(chat))
            return new MappedUpdate.Left(chat.Id);
        if (TelegramContent.Read(message, isEdit) is not { } input)
            return new MappedUpdate.Ignored();
        var kind = isEdit ? "edited" : "message";
        var edited = message.EditDate is { } date ? date.ToUniversalTime().ToUnixMilliseconds() : 0;
        return new MappedUpdate.Turn(Turn(
            update,
            chat.Id,
            string.Create(CultureInfo.InvariantCulture, $"{kind}|{chat.Id}|{message.Id}|{edited}"),
            input,
            receivedUtc,
            message.From?.LanguageCode,
            new TelegramMark
            {
                TypedMessage = message.Id,
                SentUtc = Sent(message, receivedUtc),
                IsCommand = input is TurnInput.Command,
                IsOnlyCopy = message is not ({ Text: not null } or { Location: not null, Venue: null }),
            }) with { Files = TelegramFile.Of(message, input) });
    }

    private MappedUpdate FromPress(Update update, CallbackQuery query, DateTime receivedUtc)
    {
        if (query.Message is not { Chat: { Id: not 0 } chat } pressed)
            return new MappedUpdate.Ignored();
        if (!IsPrivate(chat))
            return new MappedUpdate.Left(chat.Id);
        var choice = CallbackData.Read(query.Data);
        return new MappedUpdate.Turn(Turn(
            update,
            chat.Id,
            string.Create(CultureInfo.InvariantCulture, $"callback|{chat.Id}|{query.Id}|0"),
            choice,
            receivedUtc,
            query.From?.LanguageCode,
            new TelegramMark
            {
                PressedMessage = pressed.Id,
                PressedMayBeCopied = !pressed.HasProtectedContent,
                CallbackQuery = query.Id,
                KeepsTyped = RemovalNotice.IsKeep(choice),
            }));
    }

    /// <summary>A message that waited at Telegram is older than its arrival; a clock that runs ahead makes none younger.</summary>
    private static DateTime Sent(Message message, DateTime receivedUtc)
    {
        var sent = message.Date.ToUniversalTime();
        return sent > DateTime.UnixEpoch && sent < receivedUtc ? sent : receivedUtc;
    }

    private MappedUpdate FromMembership(Update update, ChatMemberUpdated member, DateTime receivedUtc)
    {
        if (member.Chat is not { Id: not 0 } chat || member.NewChatMember is not { } now)
            return new MappedUpdate.Ignored();
        var isGone = now.Status is ChatMemberStatus.Kicked or ChatMemberStatus.Left;
        if (!IsPrivate(chat))
            return isGone ? new MappedUpdate.Ignored() : new MappedUpdate.Left(chat.Id);
        if (!isGone)
            return new MappedUpdate.Ignored();
        return new MappedUpdate.Turn(Turn(
            update,
            chat.Id,
            string.Create(CultureInfo.InvariantCulture, $"membership|{chat.Id}|{member.Date.ToUniversalTime().ToUnixMilliseconds()}|0"),
            new TurnInput.Unreachable(),
            receivedUtc,
            null,
            null));
    }

    /// <summary>A kind of chat that the library does not know reads as none; the id of a user's chat is positive, that of any other negative.</summary>
    private static bool IsPrivate(Chat chat) => chat.Type == ChatType.Private || (!Enum.IsDefined(chat.Type) && chat.Id > 0);

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
