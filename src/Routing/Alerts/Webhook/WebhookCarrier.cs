using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Senim.Routing.Alerts.Sending;

namespace Senim.Routing.Alerts.Webhook;

/// <summary>
/// Tells a system of a unit or of the operator. Everything but 2xx is repeated: what their system refuses is theirs to mend, and the case
/// waits all the same. A repeat carries the same alert id.
/// </summary>
internal sealed class WebhookCarrier(IHttpClientFactory clients, IOptions<WebhookOptions> options, TimeProvider clock) : IAlertCarrier
{
    public const string Client = "alert-webhook";

    private readonly IReadOnlyDictionary<string, string> urls = options.Value.ByUnit();

    public AlertWay Way => AlertWay.Webhook;

    public bool IsOn => options.Value.IsOn;

    /// <summary>Each address is a server of its own: one that is away says nothing of the others.</summary>
    public bool IsOneServer => false;

    /// <summary>So that a server that comes back hears of everything within a minute.</summary>
    public TimeSpan LongestWait { get; } = TimeSpan.FromSeconds(45);

    public IEnumerable<string> RecipientsOf(NewAlert alert) => alert.Item is { UnitCode: var unit }
        ? urls.Keys.Where(code => code == "*" || code == unit).Select(AlertRecipients.Unit)
        : [];

    public string? AddressOf(string recipient) =>
        urls.FirstOrDefault(pair => AlertRecipients.Unit(pair.Key) == recipient).Value;

    public async Task<Delivery> DeliverAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                alert = message.AlertId,
                kind = message.Kind.ToString(),
                urgency = message.Urgency.ToString(),
                reference = message.Reference,
                unit = message.UnitCode,
                link = message.Link.ToString(),
                created = message.CreatedUtc,
            });
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(message.Address)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.TimeHeader, timestamp);
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(options.Value.Secret, timestamp, body));
        request.Headers.Add("Senim-Alert", message.AlertId);
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? new Delivery.Sent() : new Delivery.Later($"http-{(int)answer.StatusCode}");
        }
        catch (HttpRequestException error)
        {
            return new Delivery.Later(error.HttpRequestError.ToString());
        }
    }
}
