using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Senim.Hosting.Configuration;

namespace Senim.Hosting.Serving;

/// <summary>What a start says on standard output.</summary>
internal static class Greeting
{
    public static void Print(NodeSettings settings, WebApplication? publicSide, WebApplication? deskSide, DemoStaff? demo)
    {
        Console.WriteLine($"Senim is listening ({Startup.EnvironmentName})");
        if (publicSide is not null)
        {
            Console.WriteLine($"  chat page  {Address(publicSide)}");
            Console.WriteLine($"  Telegram   {Telegram(publicSide.Configuration)}");
            Console.WriteLine($"  SMS        {Sms(publicSide.Configuration)}");
        }

        if (deskSide is not null)
            Console.WriteLine($"  {(settings.Roles.HasFlag(NodeRoles.Desk) ? "desk   " : "routing")}    {Address(deskSide)}");
        if (settings.Roles != NodeRoles.All)
            Console.WriteLine($"  roles      {settings.Roles.ToString().ToLowerInvariant()}");
        Console.WriteLine($"  data       {settings.DataPath}");
        if (demo is null)
            return;
        Console.WriteLine($"Demo sign-in (Development only), password {demo.Password}");
        foreach (var member in demo.Members)
            Console.WriteLine($"  {member.SignInName,-10} {member.DisplayName}");
    }

    private static string Address(WebApplication side) =>
        side.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";

    private static string Telegram(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["Senim:Telegram:Token"]) ? "off (Senim__Telegram__Token is not set)"
        : string.IsNullOrEmpty(configuration["Senim:Telegram:WebhookUrl"]) ? "polling"
        : "webhook";

    private static string Sms(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["Senim:Sms:AccountSid"]) ? "off (Senim__Sms__AccountSid is not set)" : "webhook";
}
