namespace Senim.Hosting.Configuration;

/// <summary>What a node does. One process may do all of it, or many nodes a part each.</summary>
[Flags]
public enum NodeRoles
{
    None = 0,

    /// <summary>Bots, chat page, signals: the public side.</summary>
    Intake = 1,

    /// <summary>From an event to a queue item.</summary>
    Routing = 2,

    /// <summary>The staff console.</summary>
    Desk = 4,

    All = Intake | Routing | Desk,
}
