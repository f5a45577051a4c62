using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake.Places;
using Senim.Intake.Promises;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flows;

/// <summary>The report flow with the real directory of places and the real triage (or the one a test asks for), and fixed promises.</summary>
internal static class FlowBench
{
    /// <summary>Thursday, 13:00 in Kazakhstan.</summary>
    public static readonly DateTime Start = new(2026, 3, 5, 8, 0, 0, DateTimeKind.Utc);

    public static IPlaceDirectory Places { get; } = PlaceDirectory.Load();

    public static ITriage Triage { get; } = RuleTriage.Load();

    public static ReportFlow Flow(ITriage? triage = null) => new(triage ?? Triage, Places, new FixedPromises());

    private sealed class FixedPromises : IPromises
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
    }
}
