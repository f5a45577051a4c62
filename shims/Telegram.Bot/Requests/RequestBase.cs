using System.Text.Json.Serialization;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Serialization;

namespace Telegram.Bot.Requests;

/// <summary>A request whose public properties are the method's parameters.</summary>
public abstract class RequestBase<TResponse> : IRequest<TResponse>
{
    protected RequestBase(string methodName) => MethodName = methodName;

    [JsonIgnore]
    public HttpMethod HttpMethod { get; set; } = HttpMethod.Post;

    [JsonIgnore]
    public string MethodName { get; }

    [JsonIgnore]
    public bool IsWebhookResponse { get; set; }

    [JsonInclude, JsonPropertyName("method"), JsonPropertyOrder(-1)]
    internal string? WebhookMethod => IsWebhookResponse ? MethodName : null;

    public virtual HttpContent? ToHttpContent() => RequestContent.Create(this);
}
