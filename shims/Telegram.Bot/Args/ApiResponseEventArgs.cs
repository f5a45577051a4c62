namespace Telegram.Bot.Args;

/// <summary>An answer that came back, before it is read.</summary>
public class ApiResponseEventArgs(HttpResponseMessage responseMessage, ApiRequestEventArgs apiRequestEventArgs)
{
    public HttpResponseMessage ResponseMessage { get; } = responseMessage;

    public ApiRequestEventArgs ApiRequestEventArgs { get; } = apiRequestEventArgs;
}
