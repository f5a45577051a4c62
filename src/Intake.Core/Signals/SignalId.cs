namespace Senim.Intake.Signals;

/// <summary>Identifies a signal everywhere. Time-ordered (UUID version 7); says nothing about the reporter.</summary>
public readonly record struct SignalId(Guid Value)
{
    public static SignalId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    public override string ToString() => Value.ToString("N");
}
