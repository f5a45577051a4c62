using System.Net.Http.Headers;

namespace Twilio.Http;

/// <summary>Over <see cref="System.Net.Http.HttpClient"/>, whose handlers and time-out it takes over.</summary>
public class SystemNetHttpClient : HttpClient
{
    private const string Form = "application/x-www-form-urlencoded";
    private readonly System.Net.Http.HttpClient _client;

    public SystemNetHttpClient(System.Net.Http.HttpClient httpClient = null) =>
        _client = httpClient ?? new System.Net.Http.HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Holds the calling thread until the answer is there.</summary>
    public override Response MakeRequest(Request request) => Task.Run(() => MakeRequestAsync(request)).GetAwaiter().GetResult();

    public override async Task<Response> MakeRequestAsync(Request request)
    {
        LastRequest = request;
        LastResponse = null;
        using var message = Build(request);
        using var answer = await _client.SendAsync(message).ConfigureAwait(false);
        var response = new Response(answer.StatusCode, await answer.Content.ReadAsStringAsync().ConfigureAwait(false), answer.Headers);
        LastResponse = response;
        return response;
    }

    private HttpRequestMessage Build(Request request)
    {
        var message = new HttpRequestMessage(new System.Net.Http.HttpMethod(request.Method.ToString()), request.ConstructUrl());
        if (Credentials(request) is { } credentials)
            message.Headers.Authorization = credentials;
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("utf-8"));
        message.Headers.TryAddWithoutValidation("User-Agent", string.Join(' ', ["senim-twilio/7.14.9", .. request.UserAgentExtensions ?? []]));
        foreach (var (name, value) in request.HeaderParams)
            message.Headers.TryAddWithoutValidation(name, value);
        if (request.Method.ToString() == HttpMethod.Get.ToString())
            return message;

        message.Content = new ByteArrayContent(request.EncodePostParams());
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(Form);
        return message;
    }

    private AuthenticationHeaderValue Credentials(Request request)
    {
        if (request.AuthStrategy is { } strategy)
            return strategy.RequiresAuthentication() ? AuthenticationHeaderValue.Parse(strategy.GetAuthString()) : null;
        return request.Username is null ? null : new AuthenticationHeaderValue("Basic", Authentication(request.Username, request.Password));
    }
}
