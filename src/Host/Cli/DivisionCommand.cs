using System.CommandLine;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;
using Senim.Intake.Places;
using Senim.Intake.Promises;
using Senim.Routing;
using Senim.Routing.Departments;

namespace Senim.Hosting.Cli;

/// <summary><c>division open|close|list</c>: which units have a living division. What belongs to the others goes to their region.</summary>
internal static class DivisionCommand
{
    public static Command Create()
    {
        var list = new Command("list", "Lists the units without a division.");
        list.SetAction((_, cancellation) => WithDepartmentsAsync(departments => ListAsync(departments, cancellation), cancellation));
        return new Command("division", "Units with and without a division.")
        {
            list,
            Switch("open", "Says that these units have a division again.", isLive: true),
            Switch("close", "Says that these units have no division: their region, or the national desk, reads what belongs to them.", isLive: false),
        };
    }

    private static Command Switch(string name, string description, bool isLive)
    {
        var codes = new Argument<string[]>("codes") { Description = "KATO codes: nine digits each.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(name, description) { codes };
        command.SetAction((parsed, cancellation) => WithDepartmentsAsync(
            departments => SetAsync(departments, parsed.GetValue(codes)!, isLive, cancellation), cancellation));
        return command;
    }

    private static async Task<int> ListAsync(IDepartments departments, CancellationToken cancellationToken)
    {
        foreach (var code in await departments.ListWithoutDivisionAsync(cancellationToken))
            Console.WriteLine(code);
        return 0;
    }

    private static async Task<int> SetAsync(IDepartments departments, string[] codes, bool isLive, CancellationToken cancellationToken)
    {
        var unknown = 0;
        foreach (var code in codes)
        {
            if (await departments.SetLiveAsync(code, isLive, cancellationToken))
                continue;
            unknown++;
            await Console.Error.WriteLineAsync($"{code} is not the code of a district, a city or a region.");
        }

        return unknown == 0 ? 0 : 1;
    }

    private static async Task<int> WithDepartmentsAsync(Func<IDepartments, Task<int>> act, CancellationToken cancellationToken)
    {
        var settings = Startup.ReadSettings();
        await Databases.MigrateAsync(settings, cancellationToken);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(Startup.ReadConfiguration());
        services.AddPlaces().AddPromises().AddRouting(settings.RoutingConnection, settings.Database);
        await using var provider = services.BuildServiceProvider();
        return await act(provider.GetRequiredService<IDepartments>());
    }
}
