using System.Text.Json;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>Which content a message carries; some contents come with a second, older form, which stands later here.</summary>
internal static class MessageKind
{
    /// <summary>A message's field is named as its kind.</summary>
    private static readonly Dictionary<string, MessageType> ByJsonName = Enum.GetValues<MessageType>()
        .Where(type => type != MessageType.Unknown)
        .ToDictionary(type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString()));

    public static MessageType Of(Message message) => message switch
    {
        { Text: not null } => MessageType.Text,
        { Animation: not null } => MessageType.Animation,
        { Audio: not null } => MessageType.Audio,
        { Photo: not null } => MessageType.Photo,
        { Video: not null } => MessageType.Video,
        { Voice: not null } => MessageType.Voice,
        { VideoNote: not null } => MessageType.VideoNote,
        { Document: not null } => MessageType.Document,
        { Contact: not null } => MessageType.Contact,
        { Venue: not null } => MessageType.Venue,
        { Location: not null } => MessageType.Location,
        { NewChatMembers: not null } => MessageType.NewChatMembers,
        { LeftChatMember: not null } => MessageType.LeftChatMember,
        _ => message.Rest?.Keys.Select(ByJsonName.GetValueOrDefault).FirstOrDefault(type => type != MessageType.Unknown) ?? MessageType.Unknown,
    };
}
