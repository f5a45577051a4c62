using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Senim.Hosting.Configuration;

namespace Senim.Hosting.Serving;

/// <summary>What a start says on standard output.</summary>
internal static class Greeting
{
    public static void Print(NodeSettings settings, WebApplication publicSide, WebApplication deskSide, DemoStaff? demo)
    {
        var configuration = publicSide.Configuration;
        Console.WriteLine($"Senim is listening ({Startup.EnvironmentName})");
        Console.WriteLine($"  chat page  {Address(publicSide)}");
        Console.WriteLine($"  desk       {Address(deskSide)}");
        Console.WriteLine($"  Telegram   {Telegram(configuration)}");
        Console.WriteLine($"  SMS        {Sms(configuration)}");
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
