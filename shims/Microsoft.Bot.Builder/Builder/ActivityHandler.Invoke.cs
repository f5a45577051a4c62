using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

public partial class ActivityHandler
{
    private const int Ok = 200;
    private const int BadRequest = 400;
    private const int NotImplemented = 501;

    protected static InvokeResponse CreateInvokeResponse(object body = null) => new() { Status = Ok, Body = body };

    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeRefusedException(NotImplemented);

    /// <summary>Answers the invokes that have a method of their own; a name without one gets 501, a value of the wrong form 400.</summary>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = Whole(turnContext);
        try
        {
            switch (activity.Name)
            {
                case "adaptiveCard/action":
                    var action = Read<AdaptiveCardInvokeValue>(activity.Value);
                    return CreateInvokeResponse(
                        await OnAdaptiveCardInvokeAsync(turnContext, action, cancellationToken).ConfigureAwait(false));

                case "signin/verifyState" or "signin/tokenExchange":
                    await OnSignInInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false);
                    return CreateInvokeResponse();

                case "application/search":
                    var search = Read<SearchInvokeValue>(activity.Value);
                    return CreateInvokeResponse(
                        await OnSearchInvokeAsync(turnContext, search, cancellationToken).ConfigureAwait(false));

                default:
                    return new InvokeResponse { Status = NotImplemented };
            }
        }
        catch (InvokeRefusedException refusal)
        {
            return new InvokeResponse { Status = refusal.Status };
        }
    }

    protected virtual Task<SearchInvokeResponse> OnSearchInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeRefusedException(NotImplemented);

    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeRefusedException(NotImplemented);

    // A bot may have answered by itself during the turn; only one answer goes out.
    private async Task AnswerInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(turnContext, cancellationToken).ConfigureAwait(false);
        if (response is null || turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is not null)
            return;

        var answer = new Activity { Type = "invokeResponse", Value = response };
        await turnContext.SendActivityAsync(answer, cancellationToken).ConfigureAwait(false);
    }

    private static T Read<T>(object value)
        where T : class
    {
        try
        {
            if (value is not null && JToken.FromObject(value) is JObject members)
                return members.ToObject<T>();
        }
        catch (JsonException)
        {
            throw new InvokeRefusedException(BadRequest);
        }

        throw new InvokeRefusedException(BadRequest);
    }

    private sealed class InvokeRefusedException(int status) : Exception
    {
        public int Status { get; } = status;
    }
}
