using Microsoft.AspNetCore.Identity;
using Senim.Intake;

namespace Senim.Routing.Departments;

/// <summary>An account of staff: a sign-in name, a name to be shown, an e-mail address if given. No telephone number.</summary>
public sealed class StaffMember : IdentityUser
{
    public string DisplayName { get; set; } = "";

    public StaffRole Role { get; set; }

    /// <summary>KATO code of the own unit, the own region, or <see cref="OwningUnit.NationalCode"/>.</summary>
    public string UnitCode { get; set; } = "";

    /// <summary>The language of the desk.</summary>
    public Language Language { get; set; }

    public StaffScope ToScope() => new(Id, Role, UnitCode);
}
