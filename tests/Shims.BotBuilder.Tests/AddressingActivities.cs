using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Senim.Shims.BotBuilder.Tests;

public class AddressingActivities
{
    [Fact]
    public void An_incoming_activity_takes_sender_and_id_from_the_reference()
    {
        var reference = Incoming.Message("x").GetConversationReference();

        var activity = new Activity { Type = ActivityTypes.Event }.ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal("dl_user", activity.From.Id);
        Assert.Equal("bot", activity.Recipient.Id);
        Assert.Equal("in-1", activity.Id);
        Assert.Null(activity.ReplyToId);
    }

    [Fact]
    public void A_locale_already_chosen_is_kept()
    {
        var reference = Incoming.Message("x").GetConversationReference();

        Assert.Equal("ru-RU", new Activity { Locale = "ru-RU" }.ApplyConversationReference(reference).Locale);
    }

    [Theory]
    [InlineData(Channels.Directline)]
    [InlineData(Channels.Webchat)]
    public void A_web_chat_reply_does_not_hang_from_the_conversation_update(string channel)
    {
        var update = Incoming.With(ActivityTypes.ConversationUpdate, activity => activity.ChannelId = channel);

        Assert.Null(update.GetConversationReference().ActivityId);
        Assert.Null(update.CreateReply("x").ReplyToId);
    }

    [Fact]
    public void On_other_channels_it_does()
    {
        var update = Incoming.With(ActivityTypes.ConversationUpdate, activity => activity.ChannelId = Channels.Telegram);

        Assert.Equal("in-1", update.GetConversationReference().ActivityId);
    }

    [Fact]
    public void A_reply_turns_sender_and_recipient_round()
    {
        var reply = Incoming.Message("x").CreateReply("иә");

        Assert.Equal(ActivityTypes.Message, reply.Type);
        Assert.Equal("иә", reply.Text);
        Assert.Equal("bot", reply.From.Id);
        Assert.Equal("dl_user", reply.Recipient.Id);
        Assert.Equal("in-1", reply.ReplyToId);
        Assert.Equal("conversation-1", reply.Conversation.Id);
        Assert.Equal("kk-KZ", reply.Locale);
        Assert.Empty(reply.Attachments);
    }

    [Fact]
    public void A_continuation_is_an_event_from_the_same_user_in_the_same_conversation()
    {
        var reference = Incoming.Message("x").GetConversationReference();

        var continuation = reference.GetContinuationActivity();

        Assert.Equal(ActivityTypes.Event, continuation.Type);
        Assert.Equal("dl_user", continuation.From.Id);
        Assert.Equal("conversation-1", continuation.Conversation.Id);
        Assert.Same(reference, continuation.RelatesTo);
    }

    [Fact]
    public void A_reply_can_be_referred_to_later()
    {
        var reference = Incoming.Message("x").GetReplyConversationReference(new ResourceResponse("sent-1"));

        Assert.Equal("sent-1", reference.ActivityId);
    }

    [Fact]
    public void An_activity_shows_itself_only_as_the_kind_it_is()
    {
        var message = Incoming.Message("x");

        Assert.Same(message, message.AsMessageActivity());
        Assert.Null(message.AsEventActivity());
        Assert.Null(new Activity().AsMessageActivity());
        Assert.NotNull(new Activity { Type = "event/joined" }.AsEventActivity());
        Assert.Null(new Activity { Type = "events" }.AsEventActivity());
        Assert.NotNull(new Activity { Type = "Typing" }.AsTypingActivity());
    }

    [Fact]
    public void Words_a_summary_a_file_or_channel_data_are_content()
    {
        Assert.False(new Activity { Text = "  " }.HasContent());
        Assert.True(new Activity { Text = "x" }.HasContent());
        Assert.True(new Activity { Summary = "x" }.HasContent());
        Assert.True(new Activity { ChannelData = new object() }.HasContent());
        Assert.True(((Activity)MessageFactory.ContentUrl("https://chat.example/a.png", "image/png")).HasContent());
    }

    [Fact]
    public void Suggested_actions_from_words_send_the_word_as_the_users_own()
    {
        var message = MessageFactory.SuggestedActions(["Иә", "Жоқ"], "Қауіпсіз бе?", null, null, null);

        Assert.Equal("Қауіпсіз бе?", message.Text);
        Assert.Equal(["Иә", "Жоқ"], message.SuggestedActions.Actions.Select(action => action.Title));
        Assert.All(message.SuggestedActions.Actions, action => Assert.Equal(ActionTypes.ImBack, action.Type));
        Assert.Equal("Жоқ", message.SuggestedActions.Actions[1].Value);
    }

    [Fact]
    public void Blank_text_is_no_text()
    {
        Assert.Null(MessageFactory.Text("  ").Text);
        Assert.Equal(InputHints.ExpectingInput, MessageFactory.Text("x", inputHint: InputHints.ExpectingInput).InputHint);
    }
}
