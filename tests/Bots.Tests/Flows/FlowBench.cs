using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Places;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flows;

/// <summary>The report flow in the world in which conversations are played (or with the triage that a test asks for).</summary>
internal static class FlowBench
{
    public static DateTime Start => PlayedWorld.Start;

    public static IPlaceDirectory Places => PlayedWorld.Places;

    public static ITriage Triage => PlayedWorld.Triage;

    public static ReportFlow Flow(ITriage? triage = null) => new(triage ?? Triage, Places, PlayedWorld.Promises);

    /// <summary>The report and what follows it.</summary>
    public static IFlow Conversation(ITriage? triage = null) => PlayedWorld.Flow(triage ?? Triage);
}
