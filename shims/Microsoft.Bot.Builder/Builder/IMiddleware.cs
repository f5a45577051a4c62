namespace Microsoft.Bot.Builder;

/// <summary>Stands between an adapter and its bot: sees every turn on the way in and, after <c>next</c>, on the way out.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
