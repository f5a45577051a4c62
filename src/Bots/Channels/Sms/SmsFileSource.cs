using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Senim.Intake.Evidence.Fetching;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// Fetches files of messages from Twilio. The address is made of account and ids; a redirect is followed to the hosts where Twilio keeps
/// files, without the account's token, and to no other.
/// </summary>
internal sealed class SmsFileSource(IHttpClientFactory clients, IOptions<SmsOptions> options) : IFileSource
{
    /// <summary>Of its own: no retries, no redirects, no log.</summary>
    public const string Client = "sms-media";

    private const string Twilio = "https://api.twilio.com";
    private const int MostRedirects = 3;

    /// <summary>For what an operator may still mend.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(30);

    /// <summary>Twilio, "Protect media access": where files with and without sign-in lie.</summary>
    private static readonly string[] MediaHosts = ["mms.twiliocdn.com", "media.twiliocdn.com"];

    /// <summary>A store that others use too: only Twilio's part of it.</summary>
    private const string SharedHost = "s3-external-1.amazonaws.com";
    private const string OurPart = "/media.twiliocdn.com/";

    private readonly Uri server = new(options.Value.ApiUrl.Length > 0 ? options.Value.ApiUrl : Twilio);

    public ChannelKind Channel => ChannelKind.Sms;

    public async Task<FetchResult> FetchAsync(byte[] reference, SealingStream destination, CancellationToken cancellationToken)
    {
        if (SmsMedia.Read(reference) is not { } media)
            return new FetchResult.Gone();
        using var http = clients.CreateClient(Client);
        var address = new Uri(server, SmsMedia.Path(options.Value.AccountSid, media.MessageSid, media.Sid));
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (redirects == 0)
                request.Headers.Authorization = Credentials();
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                await answer.Content.CopyToAsync(destination, cancellationToken);
                return new FetchResult.Fetched();
            }

            if (!IsRedirect(answer.StatusCode) || answer.Headers.Location is not { } location)
                return Refused(answer);
            address = new Uri(address, location);
            if (!IsOfTwilio(address))
                return new FetchResult.Retry(Later, new OtherHostException());
        }

        return new FetchResult.Retry(Later, new OtherHostException());
    }

    internal bool IsOfTwilio(Uri address) =>
        (address.Scheme == server.Scheme && address.Authority == server.Authority && address.UserInfo.Length == 0)
        || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
            && (MediaHosts.Contains(address.IdnHost) || (address.IdnHost == SharedHost && address.AbsolutePath.StartsWith(OurPart, StringComparison.Ordinal))));

    private AuthenticationHeaderValue Credentials() => new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.AccountSid}:{options.Value.AuthToken}")));

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static FetchResult Refused(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => new FetchResult.Gone(),
        HttpStatusCode.TooManyRequests => new FetchResult.Retry(answer.Headers.RetryAfter?.Delta),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new FetchResult.Retry(Later, new HttpRequestException("Refused.", null, answer.StatusCode)),
        var other => new FetchResult.Retry(Error: new HttpRequestException("Not answered.", null, other)),
    };
}
