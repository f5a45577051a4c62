namespace Microsoft.Bot.Builder;

/// <summary>What answers turns.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
