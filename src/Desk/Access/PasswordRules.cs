namespace Senim.Desk.Access;

/// <summary>Bounds of the fields for passwords.</summary>
internal static class PasswordRules
{
    /// <summary>As the accounts ask for; the pages say it before the form is sent.</summary>
    public const int MinLength = 12;

    /// <summary>Hashing is slow on purpose: nobody may make it slower with a very long text.</summary>
    public const int MaxLength = 128;
}
