using System.CommandLine;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;

namespace Senim.Hosting.Cli;

/// <summary><c>migrate</c>: brings the databases to the form that this version needs.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the databases to the form that this version needs.");
        command.SetAction(async (_, cancellation) =>
        {
            await Databases.MigrateAsync(Startup.ReadSettings(), cancellation);
            Console.WriteLine("The databases are up to date.");
            return 0;
        });
        return command;
    }
}
