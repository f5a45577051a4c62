namespace Senim.Intake.Doors;

/// <summary>A place on whose wall a code hangs. Known to everybody who passes by, so it lies in clear; who came through it does not.</summary>
public sealed class DoorRow
{
    public string Code { get; set; } = "";

    /// <summary>KATO code of the unit that the place lies in.</summary>
    public string UnitCode { get; set; } = "";

    public string Name { get; set; } = "";

    public DateTime OpenedUtc { get; set; }

    /// <summary>From then on the code means nothing; null while it is open.</summary>
    public DateTime? ClosedUtc { get; set; }
}
