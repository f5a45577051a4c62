using System.Net;

namespace Telegram.Bot.Exceptions;

/// <summary>A request that got no usable answer: no connection, a time-out, or a body that is not the Bot API's.</summary>
public class RequestException : Exception
{
    public RequestException(string message)
        : base(message)
    {
    }

    public RequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RequestException(string message, HttpStatusCode httpStatusCode)
        : base(message) => HttpStatusCode = httpStatusCode;

    public RequestException(string message, HttpStatusCode httpStatusCode, Exception? innerException)
        : base(message, innerException) => HttpStatusCode = httpStatusCode;

    /// <summary>The status of an answer that could not be read; null when there was none, and for refusals.</summary>
    public HttpStatusCode? HttpStatusCode { get; }
}
