namespace Senim.Routing.Queues;

/// <summary>
/// Where an item stands, in rising order: below <see cref="Acknowledged"/> nobody has it, below <see cref="Closed"/> it is open.
/// </summary>
public enum QueueState
{
    /// <summary>Nobody has taken it.</summary>
    New = 0,

    /// <summary>It was closed, then the reporter wrote again; nobody has taken it since.</summary>
    Reopened = 10,

    /// <summary>Another unit passes it to the one that has it in its queue, where nobody has accepted it yet.</summary>
    Transferred = 15,

    /// <summary>A person has taken it.</summary>
    Acknowledged = 20,

    /// <summary>The person who was named goes on with it.</summary>
    InProgress = 30,

    /// <summary>There is a day for the visit.</summary>
    VisitPlanned = 40,

    /// <summary>The visit was made, or the child was reached otherwise.</summary>
    Visited = 50,

    /// <summary>In an emergency: one person asks to close it, a second one has not agreed yet.</summary>
    ClosingAsked = 80,

    /// <summary>Closed with an outcome.</summary>
    Closed = 90,
}
