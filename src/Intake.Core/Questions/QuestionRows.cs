using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Intake.Questions;

/// <summary>How questions are written: their words sealed, what follows from them laid in the outbox.</summary>
public static class QuestionRows
{
    /// <summary>Type of the outbox row that brings a new question into its conversation.</summary>
    public const string Ask = "Ask";

    private const string Table = "Questions";

    public static byte[] Seal(DataKey key, Guid id, string text) => Sealing.Seal(key, Encoding.UTF8.GetBytes(text), Place(id, "Content"));

    public static string? Open(DataKey key, QuestionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Content is null ? null : Encoding.UTF8.GetString(Sealing.Open(key, row.Content, Place(row.Id, "Content")));
    }

    public static byte[] SealAnswer(DataKey key, Guid id, QuestionAnswer answer) =>
        Sealing.Seal(key, SealedJson.Write(answer, IntakeJson.Default.QuestionAnswer), Place(id, "Answer"));

    public static QuestionAnswer? OpenAnswer(DataKey key, QuestionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Answer is null ? null : JsonSerializer.Deserialize(Sealing.Open(key, row.Answer, Place(row.Id, "Answer")), IntakeJson.Default.QuestionAnswer);
    }

    /// <summary>What brings a question into its conversation: its id, nothing else.</summary>
    public static OutboxRow Asking(Guid question, Urgency urgency, DateTime nowUtc) => new()
    {
        Kind = OutboxKind.Question,
        Lane = Lane(urgency),
        MessageId = IdOf(question, Ask, 0),
        Type = Ask,
        Body = question.ToString("N"),
        CreatedUtc = nowUtc,
        DueUtc = nowUtc,
    };

    /// <summary>What tells routing of a step.</summary>
    public static OutboxRow Event(QuestionEvent told, Urgency urgency)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new OutboxRow
        {
            Kind = OutboxKind.Event,
            Lane = Lane(urgency),
            MessageId = IdOf(told.QuestionId, told.Step.ToString(), told.Version),
            Type = QuestionEvent.Stepped,
            RoutingKey = string.Create(CultureInfo.InvariantCulture, $"none.none.{urgency.ToString().ToLowerInvariant()}"),
            Body = JsonSerializer.Serialize(told, IntakeJson.Default.QuestionEvent),
            CreatedUtc = told.AtUtc,
            DueUtc = told.AtUtc,
        };
    }

    /// <summary>The same for the same cause, so that it is there once.</summary>
    public static Guid IdOf(Guid source, string purpose, long number)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{source:N}|{purpose}|{number}")), hash);
        return new Guid(hash[..16]);
    }

    /// <summary>By which staff tell two questions of a signal apart.</summary>
    public static string Short(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]).ToString("x8", CultureInfo.InvariantCulture);
    }

    private static EventLane Lane(Urgency urgency) => urgency == Urgency.Emergency ? EventLane.Emergency : EventLane.Other;

    private static SealedPlace Place(Guid id, string field) => new(Table, id.ToString("N"), field);
}
