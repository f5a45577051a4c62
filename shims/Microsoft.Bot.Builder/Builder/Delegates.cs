using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>What a bot does with a turn.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>The rest of the pipeline, as a middleware sees it.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Sees activities before they are sent; they are sent by <paramref name="next"/>.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);

/// <summary>Sees a change to a sent activity; it is made by <paramref name="next"/>.</summary>
public delegate Task<ResourceResponse> UpdateActivityHandler(
    ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> next);

/// <summary>Sees the deletion of a sent activity; it is made by <paramref name="next"/>.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);
