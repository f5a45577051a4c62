using Microsoft.Extensions.Options;
using Senim.Bots.Conversation.Flows;
using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Codes;
using Senim.Intake.Doors;
using Senim.Intake.Places;
using Senim.Intake.Promises;
using Senim.Intake.Questions;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Playing;

/// <summary>
/// Where a conversation is played: the real directory of places and the real triage, one fixed moment to begin at, and plain promises, so
/// that it goes the same way whenever it is played again.
/// </summary>
internal static class PlayedWorld
{
    /// <summary>Thursday, 13:00 in Kazakhstan.</summary>
    public static readonly DateTime Start = new(2026, 3, 5, 8, 0, 0, DateTimeKind.Utc);

    public static IPlaceDirectory Places { get; } = PlaceDirectory.Load();

    public static ITriage Triage { get; } = RuleTriage.Load();

    /// <summary>One door is open.</summary>
    public static IReadOnlyList<Door> Doors { get; } = [new Door("KX7P4TA9", "711510000", "№ 5 мектеп")];

    public static IPromises Promises { get; } = new PlainPromises();

    /// <summary>The report and what follows it, as the runner plays them.</summary>
    public static IFlow Flow() => Flow(Triage);

    public static IFlow Flow(ITriage triage)
    {
        var report = new ReportFlow(triage, Places, Promises);
        return new ConversationFlow(report, new FollowFlow(report, triage, Promises, new KnownCode(), Options.Create(new QuestionOptions())));
    }

    private sealed class KnownCode : ICodeSource
    {
        public string New() => "1234567890123456";
    }

    private sealed class PlainPromises : IPromises
    {
        public DueTimes For(Urgency urgency, DateTime receivedUtc, string? placeCode)
        {
            var first = urgency switch
            {
                Urgency.Emergency => TimeSpan.FromMinutes(15),
                Urgency.Urgent => TimeSpan.FromHours(1),
                Urgency.Standard => TimeSpan.FromHours(5),
                Urgency.Information => TimeSpan.FromHours(20),
            };
            return new DueTimes(receivedUtc + first, receivedUtc + (2 * first), null, receivedUtc + TimeSpan.FromDays(15));
        }

        /// <summary>From nine to half past six, on all days.</summary>
        public bool IsReadAt(Urgency urgency, DateTime utc) =>
            urgency >= Urgency.Urgent || TimeOnly.FromDateTime(utc.AddHours(5)).IsBetween(new TimeOnly(9, 0), new TimeOnly(18, 30));
    }
}
