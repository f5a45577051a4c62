using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Senim.Shims.BotBuilder.Tests;

/// <summary>An adapter as a channel writes one: numbers what is sent and keeps it in order.</summary>
internal sealed class RecordingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<ConversationReference> Deleted { get; } = [];

    public async Task RunAsync(Activity activity, BotCallbackHandler callback)
    {
        using var turn = new TurnContext(this, activity);
        await RunPipelineAsync(turn, callback, CancellationToken.None);
    }

    public Task RunAsync(Activity activity, IBot bot) => RunAsync(activity, bot.OnTurnAsync);

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var ids = new List<ResourceResponse>();
        foreach (var activity in activities)
        {
            Sent.Add(activity);
            ids.Add(new ResourceResponse($"sent-{Sent.Count}"));
        }

        return Task.FromResult(ids.ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference);
        return Task.CompletedTask;
    }
}
