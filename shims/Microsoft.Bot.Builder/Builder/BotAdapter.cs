using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Joins a bot to a channel: brings its activities in as turns and carries the answers out.</summary>
public abstract class BotAdapter
{
    /// <summary>Where the answer to an invoke is found in the turn's state.</summary>
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    public BotAdapter()
    {
    }

    /// <summary>Called with what a turn threw. Where it is not set, the exception reaches the caller of the pipeline.</summary>
    public Func<ITurnContext, Exception, Task> OnTurnError { get; set; }

    public MiddlewareSet MiddlewareSet { get; } = [];

    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Takes a turn through the middleware to the bot. A turn without an activity goes to the bot alone.</summary>
    protected async Task RunPipelineAsync(
        ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity is null)
        {
            if (callback is not null)
                await callback(turnContext, cancellationToken).ConfigureAwait(false);

            return;
        }

        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, e).ConfigureAwait(false);
        }
    }

    /// <summary>Sends, and returns one id for each activity, in their order.</summary>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }
}
