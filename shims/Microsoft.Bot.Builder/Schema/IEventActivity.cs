namespace Microsoft.Bot.Schema;

/// <summary>A named event without words, from a client or from outside.</summary>
public interface IEventActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
    ConversationReference RelatesTo { get; set; }
}
