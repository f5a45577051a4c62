using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Senim.Shims.BotBuilder.Tests;

public class DispatchingByKind
{
    private readonly RecordingAdapter _adapter = new();
    private readonly Listener _bot = new();

    [Fact]
    public async Task A_message_reaches_its_method_with_its_text()
    {
        await _adapter.RunAsync(Incoming.Message("көмек"), _bot);

        Assert.Equal(["message көмек"], _bot.Heard);
        Assert.Equal("естідім", Assert.Single(_adapter.Sent).Text);
    }

    [Fact]
    public async Task Those_who_joined_are_named_unless_it_was_only_the_bot()
    {
        await _adapter.RunAsync(Joined("bot"), _bot);
        Assert.Empty(_bot.Heard);

        await _adapter.RunAsync(Joined("bot", "dl_user"), _bot);
        Assert.Equal(["joined bot dl_user"], _bot.Heard);
    }

    [Fact]
    public async Task Those_who_left_are_named()
    {
        var left = Incoming.With(
            ActivityTypes.ConversationUpdate, activity => activity.MembersRemoved = [new ChannelAccount("dl_user")]);

        await _adapter.RunAsync(left, _bot);

        Assert.Equal(["left dl_user"], _bot.Heard);
    }

    [Fact]
    public async Task An_event_reaches_its_method_by_any_name_but_a_token_response()
    {
        await _adapter.RunAsync(Incoming.Event("webchat/join"), _bot);
        await _adapter.RunAsync(Incoming.Event("tokens/response"), _bot);

        Assert.Equal(["event webchat/join", "token"], _bot.Heard);
    }

    [Theory]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.MessageUpdate, "changed")]
    [InlineData(ActivityTypes.MessageDelete, "deleted")]
    [InlineData(ActivityTypes.Command, "command")]
    [InlineData(ActivityTypes.CommandResult, "command result")]
    [InlineData("somethingNew", "unknown somethingNew")]
    public async Task Every_other_kind_has_a_method(string type, string heard)
    {
        await _adapter.RunAsync(Incoming.With(type), _bot);

        Assert.Equal([heard], _bot.Heard);
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("remove-upgrade", "uninstalled")]
    public async Task Installation_is_told_from_removal(string action, string heard)
    {
        await _adapter.RunAsync(Incoming.With(ActivityTypes.InstallationUpdate, activity => activity.Action = action), _bot);

        Assert.Equal([heard], _bot.Heard);
    }

    [Fact]
    public async Task Reactions_put_on_and_taken_off_are_both_told()
    {
        var reactions = Incoming.With(ActivityTypes.MessageReaction, activity =>
        {
            activity.ReactionsAdded = [new MessageReaction()];
            activity.ReactionsRemoved = [new MessageReaction(), new MessageReaction()];
        });

        await _adapter.RunAsync(reactions, _bot);

        Assert.Equal(["1 put on", "2 taken off"], _bot.Heard);
    }

    [Fact]
    public async Task A_bot_that_overrides_nothing_lets_every_kind_pass_in_silence()
    {
        foreach (var type in new[] { ActivityTypes.Message, ActivityTypes.ConversationUpdate, ActivityTypes.Event, ActivityTypes.Handoff })
            await _adapter.RunAsync(Incoming.With(type), new ActivityHandler());

        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public async Task An_invoke_that_nobody_knows_is_answered_not_implemented()
    {
        await _adapter.RunAsync(Incoming.With(ActivityTypes.Invoke, activity => activity.Name = "unknown"), new ActivityHandler());

        var answer = Assert.IsType<InvokeResponse>(Assert.Single(_adapter.Sent).Value);
        Assert.Equal(501, answer.Status);
        Assert.False(answer.IsSuccessStatusCode());
    }

    [Fact]
    public async Task A_turn_without_a_type_is_refused()
    {
        using var turn = new TurnContext(_adapter, new Activity());

        await Assert.ThrowsAsync<ArgumentException>(() => new ActivityHandler().OnTurnAsync(turn));
    }

    private static Activity Joined(params string[] ids) => Incoming.With(
        ActivityTypes.ConversationUpdate,
        activity => activity.MembersAdded = [.. ids.Select(id => new ChannelAccount(id))]);

    private sealed class Listener : ActivityHandler
    {
        public List<string> Heard { get; } = [];

        protected override async Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            Heard.Add("message " + turnContext.Activity.Text);
            await turnContext.SendActivityAsync(MessageFactory.Text("естідім"), cancellationToken);
        }

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken) => Hear("joined " + Ids(membersAdded));

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken) => Hear("left " + Ids(membersRemoved));

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("event " + turnContext.Activity.Name);

        protected override Task OnTokenResponseEventAsync(
            ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Hear("token");

        protected override Task OnEndOfConversationActivityAsync(
            ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Hear("end");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("typing");

        protected override Task OnMessageUpdateActivityAsync(
            ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Hear("changed");

        protected override Task OnMessageDeleteActivityAsync(
            ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Hear("deleted");

        protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) =>
            Hear("command");

        protected override Task OnCommandResultActivityAsync(
            ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Hear("command result");

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Hear("installed");

        protected override Task OnInstallationUpdateRemoveAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Hear("uninstalled");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken) => Hear($"{messageReactions.Count} put on");

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken) => Hear($"{messageReactions.Count} taken off");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
            Hear("unknown " + turnContext.Activity.Type);

        private static string Ids(IList<ChannelAccount> members) => string.Join(' ', members.Select(member => member.Id));

        private Task Hear(string what)
        {
            Heard.Add(what);
            return Task.CompletedTask;
        }
    }
}
