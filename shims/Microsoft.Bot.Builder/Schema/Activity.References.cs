using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <summary>
    /// Addresses this activity. Outgoing (the default): from the reference's bot to its user, in reply to its activity. Incoming: from the
    /// user to the bot, with the reference's activity id as its own.
    /// </summary>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (reference.ActivityId is not null)
        {
            if (isIncoming)
                Id = reference.ActivityId;
            else
                ReplyToId = reference.ActivityId;
        }

        return this;
    }

    /// <summary>Where an answer to this incoming activity goes.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = AnswerableId,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Locale = Locale,
    };

    /// <summary>The same reference, pointing at the reply that was sent.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>A message back to whoever sent this activity.</summary>
    public Activity CreateReply(string text = null, string locale = null)
    {
        var reply = Answer(ActivityTypes.Message);
        reply.Text = text ?? string.Empty;
        reply.Locale = locale ?? Locale;
        reply.Attachments = [];
        reply.Entities = [];
        return reply;
    }

    /// <summary>A note for developers about this activity; <paramref name="valueType"/> is the value's type name unless given.</summary>
    public ITraceActivity CreateTrace(string name, object value = null, string valueType = null, string label = null)
    {
        var trace = Answer(ActivityTypes.Trace);
        trace.Name = name;
        trace.Label = label;
        trace.Value = value;
        trace.ValueType = valueType ?? value?.GetType().Name;
        return trace;
    }

    // Web chat clients never see the conversationUpdate that opens a conversation, so a reply to it would hang from nothing.
    private string AnswerableId =>
        string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase)
        && (string.Equals(ChannelId, Channels.Directline, StringComparison.OrdinalIgnoreCase)
            || string.Equals(ChannelId, Channels.Webchat, StringComparison.OrdinalIgnoreCase))
            ? null
            : Id;

    private Activity Answer(string type) => new()
    {
        Type = type,
        Timestamp = DateTimeOffset.UtcNow,
        From = new ChannelAccount(id: Recipient?.Id, name: Recipient?.Name),
        Recipient = new ChannelAccount(id: From?.Id, name: From?.Name),
        ReplyToId = AnswerableId,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = Conversation is null
            ? null
            : new ConversationAccount(isGroup: Conversation.IsGroup, id: Conversation.Id, name: Conversation.Name),
    };
}
