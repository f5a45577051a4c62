using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>The handlers that were put before sending, updating and deleting; the first added is called first and decides whether to go on.</summary>
internal sealed class TurnHandlers
{
    public List<SendActivitiesHandler> Send { get; } = [];

    public List<UpdateActivityHandler> Update { get; } = [];

    public List<DeleteActivityHandler> Delete { get; } = [];

    public Task<ResourceResponse[]> SendAsync(
        ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> deliver) =>
        Nest(Send, (handler, next) => () => handler(turnContext, activities, next), deliver)();

    public Task<ResourceResponse> UpdateAsync(ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> deliver) =>
        Nest(Update, (handler, next) => () => handler(turnContext, activity, next), deliver)();

    public Task DeleteAsync(ITurnContext turnContext, ConversationReference reference, Func<Task> deliver) =>
        Nest(Delete, (handler, next) => () => handler(turnContext, reference, next), deliver)();

    private static TNext Nest<THandler, TNext>(List<THandler> handlers, Func<THandler, TNext, TNext> around, TNext innermost) =>
        Enumerable.Reverse(handlers).Aggregate(innermost, (next, handler) => around(handler, next));
}
