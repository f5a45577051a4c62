using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Serialization;

/// <summary>Which kind of member it is stands in "status".</summary>
internal sealed class ChatMemberConverter : JsonConverter<ChatMember>
{
    public override ChatMember? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Wire>(ref reader, JsonBotAPI.Options)?.ToMember();

    public override void Write(Utf8JsonWriter writer, ChatMember value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, Wire.From(value), JsonBotAPI.Options);

    private sealed class Wire
    {
        public ChatMemberStatus Status { get; set; }

        public User User { get; set; } = default!;

        public bool IsMember { get; set; }

        [JsonConverter(typeof(UnixDateTimeConverter))]
        public DateTime? UntilDate { get; set; }

        public static Wire From(ChatMember member) => new()
        {
            Status = member.Status,
            User = member.User,
            IsMember = member.Status == ChatMemberStatus.Restricted && member.IsInChat,
            UntilDate = member.ExpireDate,
        };

        public ChatMember ToMember() => new ReceivedChatMember(Status, IsMember, UntilDate == default(DateTime) ? null : UntilDate) { User = User };
    }
}
