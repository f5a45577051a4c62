using System.Net.Http.Headers;
using System.Text;

namespace Senim.FakeTwilio.Webhooks;

/// <summary>Posts a signed form until it is answered with less than 500, or the repeats are used up.</summary>
internal sealed class WebhookPoster(FakeTwilioOptions options) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = options.WebhookTimeout };

    public async Task<PostedWebhook> PostAsync(Uri url, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        var signature = TwilioSignature.Of(options.AuthToken, url.OriginalString, form);
        // Stays the same when a request is repeated.
        var token = Guid.NewGuid().ToString();
        for (var attempt = 1; ; attempt++)
        {
            var posted = await PostOnceAsync(url, form, signature, token, attempt, cancellationToken);
            if (posted.Status is > 0 and < 500 || attempt > options.WebhookRepeats)
                return posted;
            await Task.Delay(options.WebhookBackOff, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<PostedWebhook> PostOnceAsync(
        Uri url, IReadOnlyList<KeyValuePair<string, string>> form, string signature, string token, int attempt, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Reached(url));
        request.Headers.TryAddWithoutValidation(TwilioSignature.Header, signature);
        request.Headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", token);
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        if (options.ReachedAt is not null)
            request.Headers.Host = url.Authority;
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('&', form.Select(pair => $"{Escape(pair.Key)}={Escape(pair.Value)}"))));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded", "UTF-8");
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return new PostedWebhook(
                (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(cancellationToken), attempt);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException || (failed is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new PostedWebhook(0, null, string.Empty, attempt);
        }
    }

    private Uri Reached(Uri url) => options.ReachedAt is { } host ? new Uri(host, url.PathAndQuery) : url;

    private static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}

/// <param name="Status">0 without an answer.</param>
internal sealed record PostedWebhook(int Status, string? ContentType, string Body, int Attempts);
