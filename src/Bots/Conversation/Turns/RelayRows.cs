using System.Text.Json;
using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Conversations;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Questions;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// What a reporter did from another phone on its way to the conversation of their signal, as it lies in the outbox: where to in clear, the
/// rest sealed with the signal's own data key, so that it is erased with it.
/// </summary>
internal static class RelayRows
{
    public const string Type = "Relay";

    private const string Table = "Outbox";

    public static OutboxRow Write(Relay relay, InboundTurn turn)
    {
        var (to, what, isUrgent) = relay;
        var id = QuestionRows.IdOf(what.Signal, $"{Type}|{turn.Delivery}", 0);
        var plain = SealedJson.Write(what, ConversationJson.Default.Relayed);
        return new OutboxRow
        {
            Kind = OutboxKind.Question,
            Lane = isUrgent ? EventLane.Emergency : EventLane.Other,
            MessageId = id,
            Type = Type,
            Body = string.Join('|', to.Conversation, to.Channel, to.Signal.ToString(), Convert.ToBase64String(Sealing.Seal(to.Key, plain, Place(id)))),
            CreatedUtc = turn.ReceivedUtc,
            DueUtc = turn.ReceivedUtc,
        };
    }

    /// <param name="findKey">Null when the key was destroyed.</param>
    /// <returns>Null when what it says cannot be read any more.</returns>
    public static async Task<(ConversationKey Conversation, ChannelKind Channel, TurnInput.Relayed What)?> ReadAsync(OutboxRow row, Func<SignalId, Task<DataKey?>> findKey)
    {
        var parts = row.Body.Split('|');
        return await findKey(new SignalId(Guid.ParseExact(parts[2], "N"))) is { } key
            ? (ConversationKey.FromBytes(Convert.FromHexString(parts[0])),
                Enum.Parse<ChannelKind>(parts[1]),
                JsonSerializer.Deserialize(Sealing.Open(key, Convert.FromBase64String(parts[3]), Place(row.MessageId)), ConversationJson.Default.Relayed)!)
            : null;
    }

    private static SealedPlace Place(Guid id) => new(Table, id.ToString("N"), "Body");
}

/// <summary>What is brought into another conversation, and where to.</summary>
/// <param name="IsUrgent">It tells of danger.</param>
public sealed record Relay(OpenedCase To, TurnInput.Relayed What, bool IsUrgent);
