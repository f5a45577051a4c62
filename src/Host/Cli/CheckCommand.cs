using System.CommandLine;
using Senim.Hosting.Cli.Checks;
using Senim.Hosting.Configuration;
using Senim.Intake.Checkups;

namespace Senim.Hosting.Cli;

/// <summary><c>check</c>: what is not right, one line each, with a fix.</summary>
internal static class CheckCommand
{
    /// <summary>For one check. Telegram and Twilio answer in well under a second.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var command = new Command("check", "Says in one line each, with a fix, what is not right.");
        command.SetAction((_, cancellation) =>
            RunAsync(Startup.ReadConfiguration(), Startup.IsDevelopment, TimeProvider.System, Limit, Console.Out, cancellation));
        return command;
    }

    /// <returns>The exit code: 0 when all is right, else 1.</returns>
    public static async Task<int> RunAsync(
        IConfiguration configuration, bool isDevelopment, TimeProvider clock, TimeSpan limit, TextWriter output, CancellationToken cancellationToken)
    {
        var lines = (await FindAsync(configuration, isDevelopment, clock, limit, cancellationToken)).ToList();
        foreach (var line in lines)
            await output.WriteLineAsync(line);
        await output.WriteLineAsync(lines.Count == 0 ? "All is right." : $"{lines.Count} not right.");
        return lines.Count == 0 ? 0 : 1;
    }

    private static async Task<IEnumerable<string>> FindAsync(
        IConfiguration configuration, bool isDevelopment, TimeProvider clock, TimeSpan limit, CancellationToken cancellationToken)
    {
        NodeSettings settings;
        try
        {
            settings = NodeSettings.Read(configuration, isDevelopment);
        }
        catch (SettingException error)
        {
            // The rest is built on the settings.
            return [error.Message];
        }

        await using var services = CheckRegistration.Build(configuration, settings, clock);
        var findings = await new Checkup(services.GetServices<ICheck>(), limit).RunAsync(cancellationToken);
        return findings.Select(finding => finding.ToString());
    }
}
