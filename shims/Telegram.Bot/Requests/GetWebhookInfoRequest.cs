using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>getWebhookInfo.</summary>
public class GetWebhookInfoRequest() : RequestBase<WebhookInfo>("getWebhookInfo")
{
    public override HttpContent? ToHttpContent() => IsWebhookResponse ? base.ToHttpContent() : null;
}
