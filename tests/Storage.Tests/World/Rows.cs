using System.Security.Cryptography;
using System.Text;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Outbox;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Storage.Tests.World;

/// <summary>Turns as the conversation engine hands them over.</summary>
internal static class Rows
{
    public static DateTime Morning { get; } = new(2026, 11, 26, 5, 0, 0, 123, DateTimeKind.Utc);

    /// <summary>Every letter of the three languages' own, a sign beyond the first plane, and a quote.</summary>
    public const string Words = "Әңғүұқөһі — щёлк 'O''Hara' 🏫";

    public static ConversationKey Key(int number) => new(((UInt128)(uint)number << 96) | 7);

    public static DeliveryKey Delivery(ConversationKey key, int number) => new((ulong)(key.Value >> 64), (ulong)number, 3);

    public static byte[] Sealed(string words = Words) => Encoding.UTF8.GetBytes(words);

    public static TurnWrite First(ConversationKey key, int delivery = 1)
    {
        var dataKey = new DataKeyRow { Id = Guid.CreateVersion7(), Wrapped = RandomNumberGenerator.GetBytes(60) };
        return new TurnWrite
        {
            Delivery = Delivery(key, delivery),
            Conversation = new ConversationRow
            {
                Key = key.ToBytes(),
                Version = 1,
                Channel = ChannelKind.Telegram,
                DataKeyId = dataKey.Id,
                State = Sealed(),
                LastDelivery = Delivery(key, delivery).ToBytes(),
            },
            NewDataKeys = [dataKey],
        };
    }

    public static TurnWrite Next(TurnWrite before, int delivery, Action<ConversationRow>? change = null)
    {
        var row = new ConversationRow
        {
            Key = before.Conversation.Key,
            Version = before.Conversation.Version + 1,
            Channel = before.Conversation.Channel,
            DataKeyId = before.Conversation.DataKeyId,
            State = Sealed($"{delivery}"),
            Memo = before.Conversation.Memo,
            Address = before.Conversation.Address,
            LastDelivery = before.Conversation.LastDelivery,
            LastActivity = before.Conversation.LastActivity,
            TimeoutUtc = before.Conversation.TimeoutUtc,
            SignalId = before.Conversation.SignalId,
        };
        change?.Invoke(row);
        return new TurnWrite { Delivery = Delivery(ConversationKey.FromBytes(row.Key), delivery), Conversation = row };
    }

    public static SignalRow Signal(TurnWrite turn, int version = 1, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        Reference = Convert.ToHexString(RandomNumberGenerator.GetBytes(4)),
        Version = version,
        Channel = ChannelKind.Telegram,
        Source = SignalSource.Child,
        Language = Language.Kk,
        Urgency = Urgency.Emergency,
        Categories = "bullying,physical",
        Incomplete = true,
        ReceivedUtc = Morning,
        ChangedUtc = Morning.AddMilliseconds(1),
        FirstLookDueUtc = Morning.AddMinutes(15),
        AssignedDueUtc = Morning.AddHours(1),
        CloseDueUtc = Morning.AddDays(30),
        ConversationKey = turn.Conversation.Key,
        DataKeyId = turn.Conversation.DataKeyId,
        Content = Sealed(),
    };

    public static OutboxRow Owed(Guid? id = null, EventLane lane = EventLane.Other) => new()
    {
        Kind = OutboxKind.Event,
        Lane = lane,
        MessageId = id ?? Guid.CreateVersion7(),
        Type = "tested",
        RoutingKey = "none.none.standard",
        Body = Words,
        CreatedUtc = Morning,
        DueUtc = Morning,
    };

    /// <summary>What a turn knows of a question.</summary>
    public static QuestionWrite Question(Guid id) =>
        new(id, QuestionState.Answered, Morning, Morning.AddMinutes(1), Morning.AddMinutes(2), null, QuestionBars.NoConsent, Sealed("answer"));

    public static EvidenceRow File(TurnWrite turn, int position) => new()
    {
        Id = Guid.CreateVersion7(),
        Position = position,
        Delivery = turn.Delivery.ToBytes(),
        DataKeyId = turn.Conversation.DataKeyId,
        Channel = ChannelKind.Telegram,
        Kind = MediaKind.Picture,
        State = EvidenceState.Waiting,
        HasWords = true,
        ReceivedUtc = Morning,
        Reference = Sealed(),
    };

    public static EvidenceRow StoredFile(TurnWrite turn, int position)
    {
        var file = File(turn, position);
        (file.State, file.Type, file.FileName, file.Bytes) = (EvidenceState.Stored, FileType.Heic, new string('a', 32), 20L << 20);
        (file.Reference, file.Secrets) = (null, Sealed("secrets"));
        return file;
    }

    public static ActivityRow Line(TurnWrite turn, int number) => new()
    {
        ConversationKey = turn.Conversation.Key,
        Number = number,
        DataKeyId = turn.Conversation.DataKeyId,
        CreatedUtc = Morning,
        Content = Sealed($"{number} {Words}"),
    };
}
