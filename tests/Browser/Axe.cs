using System.Text.Json;
using Microsoft.Playwright;

namespace Senim.Browser;

/// <summary>axe-core (npm, MPL 2.0), the accessibility rules, run in the page that is open.</summary>
public static class Axe
{
    /// <summary>Put there by <c>./test</c>; not part of the repository.</summary>
    public static string ScriptPath { get; } =
        RepositoryRoot.Combine("artifacts", "axe", "node_modules", "axe-core", "axe.min.js");

    /// <summary>One line a violated rule: rule, weight, and the elements that break it. Empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);

        // Through the protocol rather than a script element: the page's content security policy stays as it is.
        var session = await page.Context.NewCDPSessionAsync(page);
        await EvaluateAsync(session, await File.ReadAllTextAsync(ScriptPath) + "\n;0", awaitPromise: false);
        var json = await EvaluateAsync(session, Run, awaitPromise: true);
        await session.DetachAsync();
        return JsonSerializer.Deserialize<string[]>(json!.Value.GetString()!)!;
    }

    private const string Run = """
        axe.run(document, { resultTypes: ['violations'] }).then(result => JSON.stringify(result.violations.map(rule =>
          `${rule.id} (${rule.impact}): ${rule.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join('; ')}`)))
        """;

    private static async Task<JsonElement?> EvaluateAsync(ICDPSession session, string expression, bool awaitPromise)
    {
        var answer = await session.SendAsync("Runtime.evaluate", new Dictionary<string, object>
        {
            ["expression"] = expression,
            ["awaitPromise"] = awaitPromise,
            ["returnByValue"] = true,
        });
        return answer!.Value.TryGetProperty("exceptionDetails", out var details)
            ? throw new InvalidOperationException("axe-core failed: " + details)
            : answer.Value.GetProperty("result").GetProperty("value");
    }
}
