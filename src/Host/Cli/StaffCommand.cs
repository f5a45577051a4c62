using System.CommandLine;
using System.Security.Cryptography;
using Senim.Hosting.Configuration;
using Senim.Hosting.Serving;
using Senim.Intake;
using Senim.Intake.Places;
using Senim.Routing;
using Senim.Routing.Departments;

namespace Senim.Hosting.Cli;

/// <summary><c>staff add</c>: an account for the desk, with a first password that is printed once.</summary>
internal static class StaffCommand
{
    /// <summary>No letters or digits that are mistaken for one another when it is read out.</summary>
    private const string PasswordAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Sign-in name: letters a-z, digits and -._@+ (an e-mail address will do)." };
        var display = new Option<string>("--display") { Description = "The name that colleagues see. Default: the sign-in name." };
        var role = new Option<string>("--role") { Description = "officer, lead (of a region) or national.", Required = true };
        var unit = new Option<string>("--unit") { Description = "KATO code of the unit: nine digits. National: may be left out." };
        var language = new Option<string>("--language") { Description = "kk, ru or en. Default kk.", DefaultValueFactory = _ => "kk" };
        role.AcceptOnlyFromAmong("officer", "lead", "national");
        language.AcceptOnlyFromAmong("kk", "ru", "en");
        var add = new Command("add", "Makes an account for the desk and prints its first password.") { name, display, role, unit, language };
        add.SetAction((parsed, cancellation) =>
        {
            var member = new NewStaffMember(
                parsed.GetValue(name)!,
                parsed.GetValue(display) ?? parsed.GetValue(name)!,
                Role(parsed.GetValue(role)!),
                parsed.GetValue(unit) ?? (parsed.GetValue(role) == "national" ? OwningUnit.NationalCode : ""),
                Languages.TryParse(parsed.GetValue(language), out var chosen) ? chosen : Language.Kk);
            return AddAsync(member, cancellation);
        });
        return new Command("staff", "Accounts of staff.") { add };
    }

    private static StaffRole Role(string text) => text switch
    {
        "lead" => StaffRole.RegionalLead,
        "national" => StaffRole.National,
        _ => StaffRole.Officer,
    };

    private static async Task<int> AddAsync(NewStaffMember member, CancellationToken cancellationToken)
    {
        var settings = Startup.ReadSettings();
        await Databases.MigrateAsync(settings, cancellationToken);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlaces().AddStaffAccounts(settings.RoutingConnection, settings.Database);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var password = RandomNumberGenerator.GetString(PasswordAlphabet, 16);
        switch (await scope.ServiceProvider.GetRequiredService<IStaffAccounts>().AddAsync(member, password, cancellationToken))
        {
            case StaffAccountOutcome.Done:
                Console.WriteLine($"{member.SignInName} can sign in at the desk. First password, shown this once: {password}");
                return 0;
            case StaffAccountOutcome.Refused refused:
                await Console.Error.WriteLineAsync(string.Join(' ', refused.Reasons));
                return 1;
            default:
                await Console.Error.WriteLineAsync("The account could not be made.");
                return 1;
        }
    }
}
