namespace Senim.Intake.Signals;

/// <summary>Who tells us. Unknown until the reporter has said it; nobody is asked to prove it.</summary>
public enum SignalSource
{
    Unknown = 0,
    Child = 1,
    Citizen = 2,
    Police = 3,
    School = 4,
    Health = 5,
    Centre111 = 6,
    OtherPartner = 7,
}
