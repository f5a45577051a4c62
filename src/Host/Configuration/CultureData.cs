using System.Globalization;

namespace Senim.Hosting.Configuration;

/// <summary>
/// The service needs no culture data and is built to run on machines that have none; the client of SQL Server refuses to work without.
/// </summary>
internal static class CultureData
{
    /// <summary>The runtime's own: "0" or "false" makes it load ICU, whatever a program was built with.</summary>
    public const string Variable = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    private const string Switch = "System.Globalization.Invariant";

    /// <summary>Whether this process has culture data.</summary>
    public static bool IsLoaded
    {
        get
        {
            try
            {
                return CultureInfo.GetCultureInfo("kk-KZ").EnglishName.Contains("Kazakh", StringComparison.Ordinal);
            }
            catch (CultureNotFoundException)
            {
                return false;
            }
        }
    }

    /// <summary>Before anything else is done.</summary>
    public static void Settle()
    {
        // The client asks the switch that this build sets, rather than the runtime, for which the variable counts more.
        if (Environment.GetEnvironmentVariable(Variable)?.ToUpperInvariant() is "0" or "FALSE")
            AppContext.SetSwitch(Switch, false);

        // Numbers and dates are written the same way on every machine, whatever its language.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
    }
}
