using Senim.Intake.Triage;

namespace Senim.Intake.Promises;

/// <summary>What is promised: a pure function from urgency, time of receipt and place to due times.</summary>
public interface IPromises
{
    /// <param name="placeCode">KATO code of the unit, whose region's settings apply; null for the country's defaults.</param>
    DueTimes For(Urgency urgency, DateTime receivedUtc, string? placeCode);

    /// <summary>Whether somebody is there to read it at that moment: what is urgent is read round the clock.</summary>
    bool IsReadAt(Urgency urgency, DateTime utc) => true;
}
