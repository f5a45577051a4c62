using System.CommandLine;
using System.Globalization;
using System.Text;
using Senim.Bots.Channels.Telegram;
using Senim.Hosting.Configuration;
using Senim.Hosting.Doors;
using Senim.Hosting.Serving;
using Senim.Intake.Doors;
using Senim.Intake.Places;

namespace Senim.Hosting.Cli;

/// <summary><c>door add|list|close</c>: codes for the walls of schools and other places, with a QR code and a poster to print.</summary>
internal static class DoorCommand
{
    private const string Telegram = "telegram";
    private const string Web = "web";

    public static Command Create() => new("door", "Codes for the walls of schools and other places.") { Add(), List(), Close() };

    private static Command Add()
    {
        var unit = new Option<string>("--unit") { Description = "KATO code of the district or city: nine digits.", Required = true };
        var name = new Option<string>("--name") { Description = "The school or place, as those who come there know it.", Required = true };
        var leadsTo = new Option<string?>("--qr") { Description = "Where the QR code leads: web (default: nothing to install, no trace) or telegram." };
        var folder = new Option<string>("--output") { Description = "Folder for the QR code and the poster. Default: this one.", DefaultValueFactory = _ => "." };
        leadsTo.AcceptOnlyFromAmong(Web, Telegram);
        var add = new Command("add", "Opens a door: prints its link and SMS word, writes its QR code and a poster.") { unit, name, leadsTo, folder };
        add.SetAction((parsed, cancellation) => AddAsync(
            parsed.GetValue(unit)!, parsed.GetValue(name)!.Trim(), parsed.GetValue(leadsTo), parsed.GetValue(folder)!, cancellation));
        return add;
    }

    private static Command List()
    {
        var list = new Command("list", "Lists all doors, the open ones first.");
        list.SetAction((_, cancellation) => WithServicesAsync((services, _) => ListAsync(services, cancellation), cancellation));
        return list;
    }

    private static Command Close()
    {
        var code = new Argument<string>("code") { Description = "As it stands on the poster." };
        var close = new Command("close", "From now on the code means nothing; whoever comes by it is asked for the place as everybody.") { code };
        close.SetAction((parsed, cancellation) => WithServicesAsync((services, _) => CloseAsync(services, parsed.GetValue(code)!, cancellation), cancellation));
        return close;
    }

    private static Task<int> AddAsync(string unit, string name, string? leadsTo, string folder, CancellationToken cancellationToken) =>
        WithServicesAsync(
            async (services, settings) =>
            {
                if (DoorName.Fault(services.GetRequiredService<IPlaceDirectory>(), unit, name) is { } fault)
                {
                    await Console.Error.WriteLineAsync(fault);
                    return 1;
                }

                // All that may fail comes before there is a door.
                var configuration = services.GetRequiredService<IConfiguration>();
                var bot = await services.GetRequiredService<IBotName>().FindAsync(cancellationToken);
                var isTelegram = LeadsToTelegram(DoorLinks.For(new Door("", unit, name), configuration, settings, bot), leadsTo);
                MakeFolder(folder);
                var door = await services.GetRequiredService<IDoors>().AddAsync(unit, name, cancellationToken);
                var links = DoorLinks.For(door, configuration, settings, bot);
                var qrCode = QrCode.Draw((isTelegram ? links.Telegram : links.Web)!.AbsoluteUri);
                var qrFile = await WriteAsync(folder, $"door-{door.Code}.svg", qrCode, cancellationToken);
                var posterFile = await WriteAsync(folder, $"poster-{door.Code}.html", Poster.Write(door, links, qrCode), cancellationToken);
                Console.WriteLine($"Code      {door.Code}");
                Console.WriteLine($"Telegram  {links.Telegram?.AbsoluteUri ?? "no bot: set Senim__Telegram__Token or Senim__Telegram__Name"}");
                Console.WriteLine($"Web       {links.Web?.AbsoluteUri ?? "no page: set Senim__Urls__Site"}");
                Console.WriteLine($"SMS       {(links.SmsNumber is { } number ? $"{door.Code} to {number}" : "no number: set Senim__Sms__From")}");
                Console.WriteLine($"QR code   {qrFile} (leads to {(isTelegram ? "Telegram" : "the chat page")})");
                Console.WriteLine($"Poster    {posterFile} (A4: open it in a browser and print)");
                return 0;
            },
            cancellationToken);

    /// <exception cref="SettingException">Nothing is known of where the code should lead.</exception>
    private static bool LeadsToTelegram(DoorLinks links, string? leadsTo) => leadsTo switch
    {
        Telegram => links.Telegram is not null ? true : throw new SettingException("Senim:Telegram:Name", "is not set, and Telegram does not tell the name of the bot."),
        Web => links.Web is not null ? false : throw NoSite(),
        _ => links.Web is null && (links.Telegram is not null ? true : throw NoSite()),
    };

    private static SettingException NoSite() => new("Senim:Urls:Site", "is not set: nobody knows where a QR code should lead. Use a form such as https://example.kz.");

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("--output", $"the folder '{folder}' cannot be made ({error.GetType().Name}).");
        }
    }

    private static async Task<string> WriteAsync(string folder, string file, string content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, file);
        await File.WriteAllTextAsync(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        return path;
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var places = services.GetRequiredService<IPlaceDirectory>();
        foreach (var (door, opened, closed) in await services.GetRequiredService<IDoors>().ListAsync(cancellationToken))
        {
            var state = closed is { } moment ? $"closed {Day(moment)}" : "open";
            Console.WriteLine($"{door.Code}  {door.UnitCode}  {state}  since {Day(opened)}  {door.Name}, {places.Find(door.UnitCode)?.NameRu ?? door.UnitCode}");
        }

        return 0;
    }

    private static async Task<int> CloseAsync(IServiceProvider services, string typed, CancellationToken cancellationToken)
    {
        if (DoorCode.Read(typed) is { } code && await services.GetRequiredService<IDoors>().CloseAsync(code, cancellationToken))
            return 0;
        await Console.Error.WriteLineAsync($"There is no door {typed}.");
        return 1;
    }

    private static string Day(DateTime utc) => utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<int> WithServicesAsync(Func<IServiceProvider, NodeSettings, Task<int>> act, CancellationToken cancellationToken)
    {
        var settings = Startup.ReadSettings();
        await Databases.MigrateAsync(settings, cancellationToken);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(Startup.ReadConfiguration());
        services.AddPlaces().AddDoors(settings.IntakeConnection, settings.Database).AddBotName();
        await using var provider = services.BuildServiceProvider();
        return await act(provider, settings);
    }
}
