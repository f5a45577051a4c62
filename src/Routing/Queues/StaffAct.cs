namespace Senim.Routing.Queues;

/// <summary>Who does something to an item, and when.</summary>
/// <param name="By">Id of the account.</param>
/// <param name="StepId">Of the form that was sent: the note that goes with it has the same, and sent twice it counts once. Null where there was none.</param>
public readonly record struct StaffAct(string By, DateTime AtUtc, Guid? StepId = null);
