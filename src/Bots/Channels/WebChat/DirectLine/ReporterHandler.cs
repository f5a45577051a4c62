using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Senim.Bots.Channels.WebChat.Lines;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Doors;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>The bot as the SDK sees it: makes a turn of each activity that says something and answers with what came of it.</summary>
internal sealed class ReporterHandler(
    TurnRunner runner, IFlow flow, ActivityMapping mapping, ITurnStore store, BlindIndex blind, WebTranscript transcript) : ActivityHandler
{
    private const string UnknownButton = "•";
    private const string FileSign = "📎";

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var post = turnContext.TurnState.Get<Post>();
        var shown = activity.Text;
        if (mapping.Code(activity) is { } code)
            shown = mapping.Label(activity) ?? await LabelAsync(post.Conversation, code, cancellationToken);
        else if (activity.Attachments is { Count: > 0 } && string.IsNullOrWhiteSpace(activity.Text))
            shown = FileSign;
        await TakeAsync(turnContext, mapping.Input(activity, post.Files), shown, null, cancellationToken);
    }

    protected override async Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        if (ActivityMapping.Input(turnContext.Activity) is { } input)
            await TakeAsync(turnContext, input, null, turnContext.Activity.Name, cancellationToken);
    }

    /// <summary>The page was closed: nobody is there to be written to. Nothing is made of a page on which nothing was said.</summary>
    protected override async Task OnEndOfConversationActivityAsync(
        ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken)
    {
        var post = turnContext.TurnState.Get<Post>();
        if (await store.LoadAsync(transcript.Key(post.Conversation), cancellationToken) is null)
            return;
        var result = await runner.RunAsync(Turn(turnContext, post, new TurnInput.Unreachable(), mark: null));
        if (result is TurnResult.Unavailable)
            post.Result = new PostResult.Unavailable();
    }

    private async Task TakeAsync(
        ITurnContext turnContext, TurnInput input, string? shown, string? eventName, CancellationToken cancellationToken)
    {
        var post = turnContext.TurnState.Get<Post>();
        var clientId = turnContext.Activity.Posted(PostedData.ClientActivityId);
        if (DoorCode.Read(turnContext.Activity.Posted(PostedData.Door)) is { } door)
            input = input with { Door = door };
        var mark = new WebMark(turnContext.Activity.Type, clientId, shown, eventName);
        var result = await runner.RunAsync(Turn(turnContext, post, input, mark));
        if (result is not TurnResult.Done done)
        {
            post.Result = result is TurnResult.Spooled spooled ? new PostResult.Kept(spooled.Reply) : new PostResult.Unavailable();
            return;
        }

        post.IsRepeated = done.IsRepeated;
        var lines = done.Reply is null ? 1 : 2;
        var echo = done.IsRepeated && clientId is not null
            ? await transcript.FindEchoAsync(post.Conversation, clientId, cancellationToken)
            : null;
        post.Result = new PostResult.Taken(echo ?? post.Conversation.Line(done.LastActivity - lines + 1));
        if (done.Reply is not null)
            await turnContext.SendActivityAsync(LineActivities.Reply(done.Reply), cancellationToken);
    }

    private InboundTurn Turn(ITurnContext turnContext, Post post, TurnInput input, WebMark? mark) => new()
    {
        Channel = ChannelKind.WebChat,
        Conversation = transcript.Key(post.Conversation),
        Delivery = blind.Delivery($"web|{post.Conversation}|{post.DeliveryId}"),
        Input = input,
        Files = input is TurnInput.Unreachable ? [] : post.Files,
        ReceivedUtc = post.ReceivedUtc,
        ReplyAddress = input is TurnInput.Unreachable ? null : WebChatChannel.Address,
        LanguageHint = Languages.TryParse(turnContext.Activity.Locale, out var language) ? language : null,
        ChannelData = mark,
    };

    /// <summary>The reporter sees the words they pressed, never a code.</summary>
    private async Task<string> LabelAsync(WebConversationId conversation, string code, CancellationToken cancellationToken) =>
        await FindLabelAsync(conversation, code, cancellationToken)
        ?? flow.Render(flow.Begin(), ChannelKind.WebChat).Choices.SelectMany(row => row).FirstOrDefault(each => ChoiceCode.Write(each) == code)?.Label
        ?? UnknownButton;

    /// <summary>Null also while the database is away: a press goes its way under a name that says less.</summary>
    private async Task<string?> FindLabelAsync(WebConversationId conversation, string code, CancellationToken cancellationToken)
    {
        try
        {
            return await transcript.FindLabelAsync(conversation, code, cancellationToken);
        }
        catch (StorageUnavailableException)
        {
            return null;
        }
    }
}
