using System.Diagnostics;
using System.Text.Json;

namespace Senim.Shims.Twilio.Tests;

/// <summary>Twilio's own package for Node (npm, MIT), which signs and validates webhooks independently of this repository.</summary>
internal static class NodeTwilio
{
    private const string Script = """
        const { getExpectedTwilioSignature, validateRequest } = require(process.argv[1]);
        const cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        process.stdout.write(JSON.stringify(cases.map(({ token, url, form, signature }) => {
          const params = {};
          for (const [name, value] of form)
            params[name] = name in params ? [].concat(params[name], value) : value;
          return { signature: getExpectedTwilioSignature(token, url, params), accepted: validateRequest(token, signature, url, params) };
        })));
        """;

    /// <summary>Put there by <c>./test</c>; not part of the repository.</summary>
    private static readonly string Package = Path.Combine(Root(), "artifacts", "twilio", "node_modules", "twilio", "lib", "webhooks", "webhooks.js");

    /// <summary>Why it cannot be asked; null when it can.</summary>
    public static string? Missing { get; } = !File.Exists(Package) ? "npm's twilio is not in artifacts/twilio; ./test puts it there where there is npm." : null;

    /// <summary>What it would sign each webhook with, and whether it accepts the given signature.</summary>
    public static async Task<IReadOnlyList<NodeAnswer>> AskAsync(IEnumerable<NodeCase> cases)
    {
        var start = new ProcessStartInfo("node", ["-e", Script, Package]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(cases, JsonSerializerOptions.Web));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<NodeAnswer[]>(await output, JsonSerializerOptions.Web)!;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "senim.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? string.Empty;
    }
}

/// <param name="Form">Pairs of name and value.</param>
internal sealed record NodeCase(string Token, string Url, string[][] Form, string Signature);

internal sealed record NodeAnswer(string Signature, bool Accepted);

/// <summary>A test against Twilio's package for Node; skipped, with the reason, where it is not there.</summary>
public sealed class NodeTwilioFactAttribute : FactAttribute
{
    public NodeTwilioFactAttribute() => Skip = NodeTwilio.Missing;
}
