namespace Senim.Routing.Departments;

/// <summary>The unit in whose queue an item waits.</summary>
/// <param name="Code">KATO code of the unit.</param>
/// <param name="RegionCode">KATO code of its region: its own code for a region.</param>
public sealed record OwningUnit(string Code, string RegionCode)
{
    /// <summary>The national desk. It owns what nobody else can.</summary>
    public const string NationalCode = "000000000";

    public static OwningUnit National { get; } = new(NationalCode, NationalCode);
}
