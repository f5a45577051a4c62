using System.Globalization;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Questions;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Moments that are waited for about a question, as they lie in the outbox: the question's id and the time.</summary>
internal static class QuestionMoments
{
    public static OutboxRow Row(Guid question, QuestionMoment what, DateTime dueUtc, DateTime nowUtc) => new()
    {
        Kind = OutboxKind.Question,
        Lane = EventLane.Other,
        MessageId = QuestionRows.IdOf(question, what.ToString(), dueUtc.ToUnixMilliseconds()),
        Type = what.ToString(),
        Body = string.Create(CultureInfo.InvariantCulture, $"{question:N}|{dueUtc.ToUnixMilliseconds()}"),
        CreatedUtc = nowUtc,
        DueUtc = dueUtc,
    };

    public static (Guid Question, long DueMilliseconds) Read(OutboxRow row)
    {
        var parts = row.Body.Split('|');
        return (Guid.ParseExact(parts[0], "N"), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
