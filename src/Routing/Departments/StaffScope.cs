namespace Senim.Routing.Departments;

/// <summary>How far a member of staff sees.</summary>
public enum StaffRole
{
    /// <summary>One unit.</summary>
    Officer = 0,

    /// <summary>One region: its desk and every unit in it.</summary>
    RegionalLead = 1,

    /// <summary>The whole country.</summary>
    National = 2,
}

/// <summary>Who acts and how far they see. Each staff-facing method takes one and applies it in the query itself.</summary>
/// <param name="StaffId">Id of the account.</param>
/// <param name="UnitCode">KATO code of the own unit or the own region; <see cref="OwningUnit.NationalCode"/> for the national desk.</param>
public sealed record StaffScope(string StaffId, StaffRole Role, string UnitCode);
