using Xunit;

namespace Senim.Browser;

/// <summary>A test in a real browser; skipped, with the reason, where there is none.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Needs.Missing(axe: false);

    /// <summary>The test also needs axe-core.</summary>
    public bool WithAxe
    {
        get;
        set
        {
            field = value;
            Skip = Needs.Missing(value);
        }
    }
}

/// <summary>A table of tests in a real browser; skipped, with the reason, where there is none.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Needs.Missing(axe: false);

    /// <summary>The tests also need axe-core.</summary>
    public bool WithAxe
    {
        get;
        set
        {
            field = value;
            Skip = Needs.Missing(value);
        }
    }
}

internal static class Needs
{
    public static string? Missing(bool axe) =>
        !File.Exists(ChromiumBrowser.ExecutablePath) ? $"There is no {ChromiumBrowser.ExecutablePath} here; ./test installs it on Debian."
        : axe && !File.Exists(Axe.ScriptPath) ? "axe-core is not in artifacts/axe; ./test puts it there."
        : null;
}
