using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Senim.Shims.BotBuilder.Tests;

public class AnsweringATurn
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task A_reply_goes_back_to_the_conversation_it_answers()
    {
        await _adapter.RunAsync(Incoming.Message("сәлем"), (turn, token) => turn.SendActivityAsync("Сәлем!", cancellationToken: token));

        var reply = Assert.Single(_adapter.Sent);
        Assert.Equal("Сәлем!", reply.Text);
        Assert.Equal("conversation-1", reply.Conversation.Id);
        Assert.Equal(Channels.Directline, reply.ChannelId);
        Assert.Equal("https://chat.example/", reply.ServiceUrl);
        Assert.Equal("bot", reply.From.Id);
        Assert.Equal("dl_user", reply.Recipient.Id);
        Assert.Equal("in-1", reply.ReplyToId);
        Assert.Equal("kk-KZ", reply.Locale);
    }

    [Fact]
    public async Task Words_alone_make_a_message_without_lists()
    {
        using var turn = new TurnContext(_adapter, Incoming.Message("сәлем"));

        await turn.SendActivityAsync("Сәлем!");
        await ((ITurnContext)turn).SendActivityAsync("Сәлем!", speak: string.Empty);

        Assert.All(_adapter.Sent, reply => Assert.True(reply is { Attachments: null, Entities: null, Speak: null }));
        Assert.Equal([null, InputHints.AcceptingInput], _adapter.Sent.Select(reply => reply.InputHint));
    }

    [Fact]
    public async Task The_id_that_the_channel_gave_is_returned_and_set_on_the_activity()
    {
        var first = MessageFactory.Text("1");
        var second = MessageFactory.Text("2");
        ResourceResponse[] ids = [];

        await _adapter.RunAsync(
            Incoming.Message("x"), async (turn, token) => ids = await turn.SendActivitiesAsync([first, second], token));

        Assert.Equal(["sent-1", "sent-2"], ids.Select(id => id.Id));
        Assert.Equal("sent-1", first.Id);
        Assert.Equal("sent-2", second.Id);
    }

    [Fact]
    public async Task A_trace_alone_is_no_response()
    {
        await _adapter.RunAsync(Incoming.Message("x"), async (turn, token) =>
        {
            await turn.SendActivityAsync(Activity.CreateTraceActivity("note"), token);
            Assert.False(turn.Responded);
            await turn.SendActivityAsync(MessageFactory.Text("иә"), token);
            Assert.True(turn.Responded);
        });

        Assert.Equal(2, _adapter.Sent.Count);
    }

    [Fact]
    public async Task Nothing_to_say_is_refused()
    {
        using var turn = new TurnContext(_adapter, Incoming.Message("x"));

        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(" "));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync((IActivity)null!));
        await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([]));
        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public async Task A_sender_that_waits_for_replies_gets_them_without_the_adapter()
    {
        var activity = Incoming.With(ActivityTypes.Message, incoming => incoming.DeliveryMode = DeliveryModes.ExpectReplies);
        using var turn = new TurnContext(_adapter, activity);

        await turn.SendActivityAsync("иә");

        Assert.Equal("иә", Assert.Single(turn.BufferedReplyActivities).Text);
        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public async Task Handlers_see_what_is_sent_in_the_order_they_were_added()
    {
        var seen = new List<string>();
        using var turn = new TurnContext(_adapter, Incoming.Message("x"));
        turn.OnSendActivities(async (_, activities, next) =>
        {
            seen.Add("first");
            activities[0].Text += "!";
            var ids = await next();
            seen.Add("first again");
            return ids;
        });
        turn.OnSendActivities((_, activities, next) =>
        {
            seen.Add("second sees " + activities[0].Text);
            return next();
        });

        var id = await turn.SendActivityAsync("иә");

        Assert.Equal(["first", "second sees иә!", "first again"], seen);
        Assert.Equal("sent-1", id.Id);
        Assert.Equal("иә!", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task A_handler_that_does_not_go_on_keeps_the_activity_from_being_sent()
    {
        using var turn = new TurnContext(_adapter, Incoming.Message("x"));
        turn.OnSendActivities((_, _, _) => Task.FromResult(Array.Empty<ResourceResponse>()));

        var id = await turn.SendActivityAsync("иә");

        Assert.Null(id.Id);
        Assert.Empty(_adapter.Sent);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task Updates_and_deletions_pass_their_handlers_to_the_adapter()
    {
        var passed = new List<string>();
        using var turn = new TurnContext(_adapter, Incoming.Message("x"));
        turn.OnUpdateActivity((_, activity, next) =>
        {
            passed.Add("update " + activity.Id);
            return next();
        });
        turn.OnDeleteActivity((_, reference, next) =>
        {
            passed.Add("delete " + reference.ActivityId);
            return next();
        });

        await turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = "sent-9", Text = "жаңа" });
        await turn.DeleteActivityAsync("sent-8");

        Assert.Equal(["update sent-9", "delete sent-8"], passed);
        Assert.Equal("conversation-1", Assert.Single(_adapter.Updated).Conversation.Id);
        Assert.Equal("sent-8", Assert.Single(_adapter.Deleted).ActivityId);
    }

    [Fact]
    public async Task A_finished_turn_sends_nothing_more_and_leaves_what_it_was_given()
    {
        var turn = new TurnContext(_adapter, Incoming.Message("x"));
        var left = new Resource();
        turn.TurnState.Add(left);
        turn.Dispose();

        Assert.False(left.IsDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("иә"));
        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public void What_is_left_in_the_turn_is_found_by_key_and_by_type()
    {
        using var state = new TurnContextStateCollection();
        state.Add("key", "қала");
        state.Add(new Uri("https://chat.example/"));
        state.Set("key", "аудан");

        Assert.Equal("аудан", state.Get<string>("key"));
        Assert.Equal("chat.example", state.Get<Uri>().Host);
        Assert.Null(state.Get<string>("absent"));
        Assert.Throws<ArgumentException>(() => state.Add("key", "again"));
    }

    private sealed class Resource : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
