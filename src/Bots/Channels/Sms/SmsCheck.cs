using System.Net;
using Microsoft.Extensions.Options;
using Senim.Intake.Checkups;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Senim.Bots.Channels.Sms;

/// <summary>The public address leads here and is signed as it is set, and Twilio takes our token.</summary>
internal sealed class SmsCheck(IOptions<SmsOptions> options, IHttpClientFactory clients, TimeProvider clock) : ICheck
{
    /// <summary>Twilio, "REST API authentication": 20003, and 20404 for an account that there is not.</summary>
    private static readonly int[] NotOurs = [401, 403, 404];

    public string About => "SMS";

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsOn)
            return [];
        var found = await Task.WhenAll(FindAtAddressAsync(cancellationToken), FindAtTwilioAsync());
        return [.. found.OfType<Finding>()];
    }

    private async Task<Finding?> FindAtAddressAsync(CancellationToken cancellationToken)
    {
        const string Setting = "Senim__Sms__WebhookUrl";
        try
        {
            using var client = clients.CreateClient(SmsRegistration.ProbeClient);
            using var request = SmsProbe.Make(options.Value);
            using var answer = await client.SendAsync(request, cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.NoContent => null,
                HttpStatusCode.Forbidden => new Finding(
                    Setting,
                    "whoever answers there refuses what Senim__Sms__AuthToken signs.",
                    "Start the service again with these settings; see that the proxy passes the address to it and not to another."),
                var other => new Finding(Setting, $"{(int)other} is answered there, and not by this service.", "See that the proxy passes POST /sms/webhook on and that the service runs."),
            };
        }
        catch (HttpRequestException) when (new Uri(options.Value.WebhookUrl).Scheme == Uri.UriSchemeHttps)
        {
            // The check of TLS looks at the same address and says why.
            return null;
        }
        catch (HttpRequestException)
        {
            return new Finding(Setting, "cannot be reached from this machine.", "See whether the service runs.");
        }
    }

    private async Task<Finding?> FindAtTwilioAsync()
    {
        try
        {
            // Nothing is sent after tomorrow: the list is empty, and nobody's text comes here to be looked at.
            var none = await MessageResource.ReadAsync(
                dateSentAfter: clock.GetUtcNow().UtcDateTime.AddDays(2),
                pageSize: 1,
                limit: 1,
                client: SmsRegistration.CreateClient(options.Value, clients));
            _ = none.Count();
            return null;
        }
        catch (ApiException error) when (NotOurs.Contains(error.Status) || error.Code == ErrorCodes.Authenticate)
        {
            return new Finding("Senim__Sms__AuthToken", $"Twilio does not accept account and token ({error.Code}).", "Set Senim__Sms__AccountSid and Senim__Sms__AuthToken as Twilio's console shows them.");
        }
        catch (TwilioException)
        {
            return new Finding(About, $"Twilio's API cannot be reached at {(options.Value.ApiUrl.Length > 0 ? options.Value.ApiUrl : "api.twilio.com")}.", "Open the way to it.");
        }
    }
}
