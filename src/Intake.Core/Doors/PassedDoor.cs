namespace Senim.Intake.Doors;

/// <summary>The door by which a reporter came. Only ever stored sealed, with the conversation and its signal.</summary>
/// <param name="Name">As it was called then.</param>
/// <param name="UnitCode">KATO code.</param>
/// <param name="IsConfirmed">The reporter said that it is there; before that it is a guess.</param>
public sealed record PassedDoor(string Name, string UnitCode, bool IsConfirmed = false);
