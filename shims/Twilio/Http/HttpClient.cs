using System.Text;

namespace Twilio.Http;

/// <summary>How requests leave. The last ones are kept, so a caller sees its own only while nobody else uses the client.</summary>
public abstract class HttpClient
{
    protected HttpClient()
    {
    }

    public Request LastRequest { get; protected set; }

    public Response LastResponse { get; protected set; }

    public abstract Response MakeRequest(Request request);

    public abstract Task<Response> MakeRequestAsync(Request request);

    /// <summary>The value of Basic authentication, without the word.</summary>
    public string Authentication(string username, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
}
