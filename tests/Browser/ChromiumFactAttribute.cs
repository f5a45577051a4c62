using Xunit;

namespace Senim.Browser;

/// <summary>A test in a real browser; skipped, with the reason, where there is none.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Needs.Missing();

    /// <summary>The test also needs axe-core.</summary>
    public bool WithAxe { get; set => Skip = (field = value) ? Needs.Missing(Axe.ScriptPath) : Skip; }

    /// <summary>The test also needs Lighthouse.</summary>
    public bool WithLighthouse { get; set => Skip = (field = value) ? Needs.Missing(Lighthouse.ScriptPath) : Skip; }

    /// <summary>The test also needs the Web Chat client of the Bot Framework.</summary>
    public bool WithWebChatClient { get; set => Skip = (field = value) ? Needs.Missing(WebChatClient.ScriptPath) : Skip; }
}

/// <summary>A table of tests in a real browser; skipped, with the reason, where there is none.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Needs.Missing();

    /// <inheritdoc cref="ChromiumFactAttribute.WithAxe"/>
    public bool WithAxe { get; set => Skip = (field = value) ? Needs.Missing(Axe.ScriptPath) : Skip; }

    /// <inheritdoc cref="ChromiumFactAttribute.WithWebChatClient"/>
    public bool WithWebChatClient { get; set => Skip = (field = value) ? Needs.Missing(WebChatClient.ScriptPath) : Skip; }
}

internal static class Needs
{
    /// <param name="script">A file that <c>./test</c> puts under <c>artifacts</c>; null when Chromium alone is needed.</param>
    public static string? Missing(string? script = null) =>
        !File.Exists(ChromiumBrowser.ExecutablePath) ? $"There is no {ChromiumBrowser.ExecutablePath} here; ./test installs it on Debian."
        : script is not null && !File.Exists(script) ? $"There is no {Path.GetRelativePath(RepositoryRoot.Path, script)} here; ./test puts it there."
        : null;
}
