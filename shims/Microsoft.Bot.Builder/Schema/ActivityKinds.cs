namespace Microsoft.Bot.Schema;

// Kinds that the project only tells apart. What they add to IActivity is read through Activity, so that code written against this
// assembly compiles against the package as well.

/// <summary>The bot was added to or removed from a contact list.</summary>
public interface IContactRelationUpdateActivity : IActivity;

/// <summary>The bot was installed or removed.</summary>
public interface IInstallationUpdateActivity : IActivity;

/// <summary>An earlier message was changed.</summary>
public interface IMessageUpdateActivity : IActivity;

/// <summary>An earlier message was deleted.</summary>
public interface IMessageDeleteActivity : IActivity;

/// <summary>A reaction was put on a message, or taken off.</summary>
public interface IMessageReactionActivity : IActivity;

/// <summary>A private suggestion to one recipient.</summary>
public interface ISuggestionActivity : IActivity;

/// <summary>Somebody is writing.</summary>
public interface ITypingActivity : IActivity;

/// <summary>The conversation is over.</summary>
public interface IEndOfConversationActivity : IActivity;

/// <summary>A request that wants an answer at once.</summary>
public interface IInvokeActivity : IActivity;

/// <summary>A note for developers, not shown to people.</summary>
public interface ITraceActivity : IActivity;

/// <summary>The conversation passes into other hands.</summary>
public interface IHandoffActivity : IActivity;

/// <summary>A command to a bot.</summary>
public interface ICommandActivity : IActivity;

/// <summary>The result of a command.</summary>
public interface ICommandResultActivity : IActivity;
