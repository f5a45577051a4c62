namespace Senim.Bots.Channels.Sms;

/// <summary>The library knows no other server than Twilio's: calls are sent to the one that the settings name.</summary>
internal sealed class ApiAddress(string apiUrl) : DelegatingHandler
{
    private readonly Uri? server = apiUrl.Length > 0 ? new Uri(apiUrl) : null;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (server is not null)
            request.RequestUri = new Uri(server, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
