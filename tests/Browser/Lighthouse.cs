using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Senim.Browser;

/// <summary>Lighthouse (npm, Apache 2.0), in a browser of its own.</summary>
public static class Lighthouse
{
    /// <summary>Put there by <c>./test</c>; not part of the repository.</summary>
    public static string ScriptPath { get; } =
        RepositoryRoot.Combine("artifacts", "lighthouse", "node_modules", "lighthouse", "cli", "index.js");

    /// <param name="screen"><c>mobile</c> or <c>desktop</c>.</param>
    /// <returns>0 to 100, and what was found wanting.</returns>
    public static async Task<(int Score, IReadOnlyList<string> Wanting)> AccessibilityAsync(Uri page, string screen)
    {
        ArgumentNullException.ThrowIfNull(page);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            ScriptPath, page.ToString(), "--only-categories=accessibility", "--output=json", "--quiet",
            screen == "desktop" ? "--preset=desktop" : "--form-factor=mobile",
            "--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["CHROME_PATH"] = ChromiumBrowser.ExecutablePath;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"Lighthouse ended with {process.ExitCode}: {await errors}");

        var report = JsonNode.Parse(output)!;
        var wanting = report["audits"]!.AsObject()
            .Where(audit => (double?)audit.Value!["score"] is < 1)
            .Select(audit => $"{audit.Key}: {audit.Value!["title"]}");
        return ((int)Math.Round(100 * (double)report["categories"]!["accessibility"]!["score"]!), [.. wanting]);
    }
}
