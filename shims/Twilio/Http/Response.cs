using System.Net;
using System.Net.Http.Headers;

namespace Twilio.Http;

public class Response(HttpStatusCode statusCode, string content, HttpResponseHeaders headers = null)
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    public string Content { get; } = content;

    public HttpResponseHeaders Headers { get; } = headers;
}
