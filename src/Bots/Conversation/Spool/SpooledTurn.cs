using System.Text.Json;
using System.Text.Json.Serialization;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Spool;

/// <summary>A turn as it lies in the spool: its words under a data key of their own, where to answer under the address key.</summary>
internal sealed record SpooledTurn
{
    private const string Table = "Spool";

    public required Guid DataKeyId { get; init; }

    public required byte[] WrappedDataKey { get; init; }

    public required byte[] Words { get; init; }

    public byte[]? Address { get; init; }

    /// <param name="mark">What only the turn's channel understands, in a form that it reads again.</param>
    public static SpooledTurn Seal(InboundTurn turn, byte[]? mark, KeyRing keys)
    {
        var key = DataKey.Create(keys.Content);
        var plain = new PlainTurn
        {
            Channel = turn.Channel,
            Conversation = turn.Conversation.ToBytes(),
            Delivery = turn.Delivery.ToBytes(),
            Input = turn.Input,
            ReceivedUtc = turn.ReceivedUtc,
            LanguageHint = turn.LanguageHint,
            Mark = mark,
            Files = turn.Files.Count > 0 ? turn.Files : null,
        };
        return new SpooledTurn
        {
            DataKeyId = key.Id,
            WrappedDataKey = key.Wrapped,
            Words = Sealing.Seal(key, JsonSerializer.SerializeToUtf8Bytes(plain, SpoolJson.Default.PlainTurn), Place(key.Id, "Words")),
            Address = turn.ReplyAddress is null ? null : Sealing.Seal(keys.Address, turn.ReplyAddress, Place(key.Id, "Address")),
        };
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or the keys are others.</exception>
    /// <exception cref="JsonException">It was written by another version and cannot be read.</exception>
    public (InboundTurn Turn, byte[]? Mark) Open(KeyRing keys)
    {
        var key = DataKey.Unwrap(keys.Content, DataKeyId, WrappedDataKey);
        var plain = JsonSerializer.Deserialize(Sealing.Open(key, Words, Place(DataKeyId, "Words")), SpoolJson.Default.PlainTurn)
            ?? throw new JsonException("A spooled turn is empty.");
        var turn = new InboundTurn
        {
            Channel = plain.Channel,
            Conversation = ConversationKey.FromBytes(plain.Conversation),
            Delivery = DeliveryKey.FromBytes(plain.Delivery),
            Input = plain.Input,
            ReceivedUtc = DateTime.SpecifyKind(plain.ReceivedUtc, DateTimeKind.Utc),
            LanguageHint = plain.LanguageHint,
            Files = plain.Files ?? [],
            ReplyAddress = Address is null ? null : Sealing.Open(keys.Address, Address, Place(DataKeyId, "Address")),
        };
        return (turn, plain.Mark);
    }

    private static SealedPlace Place(Guid id, string field) => new(Table, id.ToString("N"), field);

    internal sealed record PlainTurn
    {
        public required ChannelKind Channel { get; init; }

        public required byte[] Conversation { get; init; }

        public required byte[] Delivery { get; init; }

        public required TurnInput Input { get; init; }

        public required DateTime ReceivedUtc { get; init; }

        public Language? LanguageHint { get; init; }

        public byte[]? Mark { get; init; }

        public IReadOnlyList<InboundFile>? Files { get; init; }
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SpooledTurn.PlainTurn))]
[JsonSerializable(typeof(SpooledTurn))]
[JsonSerializable(typeof(IReadOnlyList<SpooledTurn>))]
internal sealed partial class SpoolJson : JsonSerializerContext;
