using Senim.Intake.Triage;

namespace Senim.Intake.Promises;

/// <summary>By when staff owe one another an answer. The reporter is told of neither.</summary>
public interface IStaffTerms
{
    /// <summary>By when a unit says whether it takes a case that another one passes to it.</summary>
    /// <param name="placeCode">KATO code of the unit that is asked, whose region's settings apply.</param>
    DateTime AcceptDueUtc(Urgency urgency, DateTime offeredUtc, string? placeCode);

    /// <summary>By when a second person says whether a case may be closed.</summary>
    /// <param name="placeCode">KATO code of the unit that has it.</param>
    DateTime ConfirmDueUtc(Urgency urgency, DateTime askedUtc, string? placeCode);

    /// <summary>Midnight, in Kazakhstan, after a moment.</summary>
    DateTime EndOfDayUtc(DateTime utc);
}
