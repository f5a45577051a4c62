using Telegram.Bot.Types;

namespace Telegram.Bot.Exceptions;

/// <summary>A refusal by the Bot API; the message is its description.</summary>
public class ApiRequestException : RequestException
{
    public ApiRequestException(string message)
        : base(message)
    {
    }

    public ApiRequestException(string message, int errorCode)
        : base(message) => ErrorCode = errorCode;

    public ApiRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ApiRequestException(string message, int errorCode, Exception innerException)
        : base(message, innerException) => ErrorCode = errorCode;

    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters)
        : base(message)
    {
        ErrorCode = errorCode;
        Parameters = parameters;
    }

    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters, Exception innerException)
        : base(message, innerException)
    {
        ErrorCode = errorCode;
        Parameters = parameters;
    }

    /// <summary>The error_code of the answer, which equals its HTTP status.</summary>
    public virtual int ErrorCode { get; }

    public ResponseParameters? Parameters { get; }
}
