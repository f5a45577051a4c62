using Twilio.AuthStrategies;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Clients;

/// <summary>Calls the API in the name of one account. Safe for use from many threads, except for <see cref="Twilio.Http.HttpClient.LastRequest"/>.</summary>
public class TwilioRestClient : ITwilioRestClient
{
    private readonly string _username;
    private readonly string _password;
    private readonly AuthStrategy _strategy;

    public TwilioRestClient(
        string username, string password, string accountSid = null, string region = null, Twilio.Http.HttpClient httpClient = null, string edge = null)
        : this(username, password, null, accountSid, region, httpClient, edge)
    {
    }

    /// <param name="accountSid">The user name unless given; with an API key it has to be.</param>
    public TwilioRestClient(
        string username,
        string password,
        AuthStrategy authstrategy,
        string accountSid = null,
        string region = null,
        Twilio.Http.HttpClient httpClient = null,
        string edge = null)
    {
        _username = username;
        _password = password;
        _strategy = authstrategy;
        AccountSid = accountSid ?? username;
        Region = region;
        Edge = edge;
        HttpClient = httpClient ?? new SystemNetHttpClient();
    }

    public Twilio.Http.HttpClient HttpClient { get; }

    public string AccountSid { get; }

    public string Region { get; }

    public string Edge { get; set; }

    public string[] UserAgentExtensions { get; set; }

    public Response Request(Request request)
    {
        Prepare(request);
        Response response;
        try
        {
            response = HttpClient.MakeRequest(request);
        }
        catch (Exception failed)
        {
            throw Unreached(request, failed);
        }

        return Accepted(response);
    }

    public async Task<Response> RequestAsync(Request request)
    {
        Prepare(request);
        Response response;
        try
        {
            response = await HttpClient.MakeRequestAsync(request).ConfigureAwait(false);
        }
        catch (Exception failed)
        {
            throw Unreached(request, failed);
        }

        return Accepted(response);
    }

    private void Prepare(Request request)
    {
        request.SetAuth(_username, _password);
        request.SetAuth(_strategy);
        request.Region = Region ?? request.Region;
        request.Edge = Edge ?? request.Edge;
        request.UserAgentExtensions = UserAgentExtensions ?? request.UserAgentExtensions;
    }

    /// <summary>A cancellation and a time-out are told like any other failure to get an answer.</summary>
    private static ApiConnectionException Unreached(Request request, Exception failed) =>
        new($"Connection Error: {request.Method}{request.ConstructUrl()}", failed);

    /// <summary>A redirection counts as success.</summary>
    private static Response Accepted(Response response)
    {
        if (response is null)
            throw new ApiConnectionException("Connection Error: no response");
        var status = (int)response.StatusCode;
        return status is >= 200 and < 400 ? response : throw Refusal.Of(response);
    }
}
