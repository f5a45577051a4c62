using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Senim.Bots.Channels.WebChat.Lines;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>
/// Joins the bot to the self-hosted Direct Line endpoint. Answers are stored with the turn that they answer, before the bot sends them; to
/// send is to wake whoever waits for them.
/// </summary>
internal sealed class DirectLineAdapter(LineBell bell, WebTranscript transcript) : BotAdapter
{
    /// <summary>Takes one post to the bot. Not cancelled by a client that goes away: what was said is carried through.</summary>
    public async Task<PostResult> ProcessAsync(Activity activity, Post post, IBot bot)
    {
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add(post);
        await RunPipelineAsync(turn, bot.OnTurnAsync, CancellationToken.None);
        return post.Result;
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        bell.Ring(transcript.Key(turnContext.TurnState.Get<Post>().Conversation));
        return Task.FromResult(activities.Select(activity => new ResourceResponse { Id = activity.Id ?? "" }).ToArray());
    }

    /// <exception cref="NotSupportedException">Always: a line, once shown, stays as it is.</exception>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Lines of a web conversation are not changed.");

    /// <exception cref="NotSupportedException">Always: lines go by destroying their key.</exception>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Lines of a web conversation are not deleted one by one.");
}
