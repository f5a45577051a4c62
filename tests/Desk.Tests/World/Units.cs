namespace Senim.Desk.Tests.World;

/// <summary>KATO codes used by the tests.</summary>
internal static class Units
{
    public const string KaragandaRegion = "350000000";
    public const string Temirtau = "352400000";
    public const string Balkhash = "351600000";
    public const string AbaiRegion = "100000000";
    public const string Semey = "101000000";
}
