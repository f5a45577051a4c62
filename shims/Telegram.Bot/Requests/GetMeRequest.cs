using Telegram.Bot.Types;

namespace Telegram.Bot.Requests;

/// <summary>getMe.</summary>
public class GetMeRequest() : RequestBase<User>("getMe")
{
    public override HttpContent? ToHttpContent() => IsWebhookResponse ? base.ToHttpContent() : null;
}
