namespace Microsoft.Bot.Schema;

public partial class Activity
{
    public ICommandActivity AsCommandActivity() => IsActivity(ActivityTypes.Command) ? this : null;

    public ICommandResultActivity AsCommandResultActivity() => IsActivity(ActivityTypes.CommandResult) ? this : null;

    public IContactRelationUpdateActivity AsContactRelationUpdateActivity() =>
        IsActivity(ActivityTypes.ContactRelationUpdate) ? this : null;

    public IConversationUpdateActivity AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    public IEndOfConversationActivity AsEndOfConversationActivity() => IsActivity(ActivityTypes.EndOfConversation) ? this : null;

    public IEventActivity AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    public IHandoffActivity AsHandoffActivity() => IsActivity(ActivityTypes.Handoff) ? this : null;

    public IInstallationUpdateActivity AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    public IMessageDeleteActivity AsMessageDeleteActivity() => IsActivity(ActivityTypes.MessageDelete) ? this : null;

    public IMessageReactionActivity AsMessageReactionActivity() => IsActivity(ActivityTypes.MessageReaction) ? this : null;

    public IMessageUpdateActivity AsMessageUpdateActivity() => IsActivity(ActivityTypes.MessageUpdate) ? this : null;

    public ISuggestionActivity AsSuggestionActivity() => IsActivity(ActivityTypes.Suggestion) ? this : null;

    public ITraceActivity AsTraceActivity() => IsActivity(ActivityTypes.Trace) ? this : null;

    public ITypingActivity AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() =>
        new Activity { Type = ActivityTypes.ContactRelationUpdate };

    public static IConversationUpdateActivity CreateConversationUpdateActivity() => new Activity
    {
        Type = ActivityTypes.ConversationUpdate,
        MembersAdded = [],
        MembersRemoved = [],
    };

    public static IEndOfConversationActivity CreateEndOfConversationActivity() =>
        new Activity { Type = ActivityTypes.EndOfConversation };

    public static IEventActivity CreateEventActivity() => new Activity { Type = ActivityTypes.Event };

    public static IHandoffActivity CreateHandoffActivity() => new Activity { Type = ActivityTypes.Handoff };

    public static IInvokeActivity CreateInvokeActivity() => new Activity { Type = ActivityTypes.Invoke };

    public static IMessageActivity CreateMessageActivity() => new Activity
    {
        Type = ActivityTypes.Message,
        Attachments = [],
        Entities = [],
    };

    public static ITraceActivity CreateTraceActivity(string name, string valueType = null, object value = null, string label = null) =>
        new Activity
        {
            Type = ActivityTypes.Trace,
            Name = name,
            Label = label,
            Value = value,
            ValueType = valueType ?? value?.GetType().Name,
        };

    public static ITypingActivity CreateTypingActivity() => new Activity { Type = ActivityTypes.Typing };

    /// <summary>Whether <see cref="Type"/> is that type or a sub-type of it ("event/joined" is an "event").</summary>
    protected bool IsActivity(string activityType)
    {
        if (Type is null || activityType is null || !Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase))
            return false;

        return Type.Length == activityType.Length || Type[activityType.Length] == '/';
    }
}
