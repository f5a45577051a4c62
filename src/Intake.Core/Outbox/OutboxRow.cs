namespace Senim.Intake.Outbox;

/// <summary>What a committed turn still owes: an event to publish, a reply to show, a chat to clean, a question to bring, or a file to fetch.</summary>
public enum OutboxKind
{
    Event = 0,

    /// <summary>Show a conversation's present reply: rendered when it is sent.</summary>
    Show = 1,

    /// <summary>Remove from a chat what is not to stay there, before the provider no longer allows it.</summary>
    Clean = 2,

    /// <summary>Bring a question of staff, or a moment that was waited for about one, into its conversation.</summary>
    Question = 3,

    /// <summary>Fetch a file from the channel that has it.</summary>
    Fetch = 4,
}

/// <summary>One thing to do after a commit. Written in the transaction of its cause; deleted once done.</summary>
public sealed class OutboxRow
{
    /// <summary>Written in this order; the sweep takes the rows of a lane as they fall due, then by id.</summary>
    public long Id { get; set; }

    public OutboxKind Kind { get; set; }

    public EventLane Lane { get; set; }

    /// <summary>Id of the event, or one made of the conversation: rows with an id that is there already are not written again.</summary>
    public Guid MessageId { get; set; }

    public string Type { get; set; } = "";

    public string RoutingKey { get; set; } = "";

    /// <summary>Event: its JSON. Show, Clean: the conversation's blind key in hex. Question: ids, times, and words only sealed. Fetch: id of the file's row and that key.</summary>
    public string Body { get; set; } = "";

    public DateTime CreatedUtc { get; set; }

    public DateTime DueUtc { get; set; }

    /// <summary>Attempts begun; raised before each attempt, so that a crash in the middle counts.</summary>
    public int Attempts { get; set; }
}
