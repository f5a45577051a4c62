using Telegram.Bot.Requests.Abstractions;

namespace Telegram.Bot.Args;

/// <summary>A request on its way out; raised once for each attempt.</summary>
public class ApiRequestEventArgs(IRequest request, HttpRequestMessage? httpRequestMessage = null) : EventArgs
{
    public IRequest Request { get; } = request;

    public HttpRequestMessage? HttpRequestMessage { get; } = httpRequestMessage;
}
