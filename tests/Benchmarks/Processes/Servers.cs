using System.Globalization;
using Senim.Benchmarks.Load;

namespace Senim.Benchmarks.Processes;

/// <summary>How the servers are started.</summary>
internal static class Servers
{
    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    /// <summary>The service as it is installed, on the embedded database.</summary>
    public static Task<ServerProcess> SenimAsync(Uri api) => ServerProcess.StartAsync(
        (_, _) => [Beside("senim.dll")],
        (port, folder) => new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Senim__DataPath"] = folder,
            ["Senim__Urls__Public"] = $"http://127.0.0.1:{port}",
            ["Senim__Urls__Desk"] = "http://127.0.0.1:0",
            ["Senim__Telegram__Token"] = "1:benchmark",
            ["Senim__Telegram__ApiUrl"] = api.GetLeftPart(UriPartial.Authority),
            ["Senim__Telegram__WebhookUrl"] = $"http://127.0.0.1:{port}/telegram/webhook",
            ["Senim__Telegram__WebhookSecret"] = TelegramScript.Secret,
            ["Senim__Sms__AccountSid"] = SmsScript.Account,
            ["Senim__Sms__AuthToken"] = SmsScript.Token,
            ["Senim__Sms__From"] = SmsScript.Number,
            ["Senim__Sms__WebhookUrl"] = SmsWebhook(port).OriginalString,
            ["Senim__Sms__ApiUrl"] = api.GetLeftPart(UriPartial.Authority),
            ["Senim__Sms__PerSecond"] = "100",
        },
        "/health/live");

    /// <param name="calls">Outbound calls a turn; below 0: no database either.</param>
    public static Task<ServerProcess> BaselineAsync(Uri api, double calls) => ServerProcess.StartAsync(
        (port, folder) =>
        [
            Beside("Senim.Benchmarks.dll"), "baseline", port.ToString(CultureInfo.InvariantCulture), api.OriginalString, folder,
            "--", calls.ToString(CultureInfo.InvariantCulture),
        ],
        (_, _) => new Dictionary<string, string>(),
        "/live");

    public static Uri SmsWebhook(int port) => new($"http://127.0.0.1:{port}/sms/webhook");
}
