namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A call of one Bot API method.</summary>
public interface IRequest
{
    HttpMethod HttpMethod { get; }

    string MethodName { get; }

    /// <summary>Whether the JSON names its method, so that it can be the body of the answer to a webhook.</summary>
    bool IsWebhookResponse { get; set; }

    /// <summary>The body; null for a method without parameters.</summary>
    HttpContent? ToHttpContent();
}

/// <inheritdoc />
/// <typeparam name="TResponse">What the method returns.</typeparam>
public interface IRequest<TResponse> : IRequest
{
}
