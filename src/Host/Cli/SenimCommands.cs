using System.CommandLine;
using Senim.Hosting.Configuration;
using Senim.Intake.Privacy;

namespace Senim.Hosting.Cli;

/// <summary>The verbs of the executable. Without one it serves.</summary>
internal static class SenimCommands
{
    /// <summary>A setting, an argument or the environment is wrong: said in one line on standard error.</summary>
    private const int ExitBadSetting = 2;

    /// <summary>By default the process is ended after 2 s; both sides together may take 10 s each to carry through what they have begun.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(25);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Senim takes signals of violence against children and brings each to those who must act. Without a verb: serve.");
        root.SetAction((_, cancellation) => ServeCommand.RunAsync(cancellation));
        root.Subcommands.Add(MigrateCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(ReadyCommand.Create());
        root.Subcommands.Add(StaffCommand.Create());
        root.Subcommands.Add(DivisionCommand.Create());
        root.Subcommands.Add(DoorCommand.Create());
        root.Subcommands.Add(ChatCommand.Create());
        root.Subcommands.Add(LinesCommand.Triage());
        root.Subcommands.Add(LinesCommand.Place());
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestStop });
        }
        catch (Exception error) when (Startup.OneLine(error) is not null)
        {
            await Console.Error.WriteLineAsync(Startup.OneLine(error));
            return ExitBadSetting;
        }
    }
}
