namespace Senim.Routing.Queues;

/// <summary>What an item waits for, in the order in which the steps come.</summary>
public enum CaseStep
{
    /// <summary>Somebody takes it.</summary>
    FirstLook = 0,

    /// <summary>The visit or contact.</summary>
    Visit = 20,

    /// <summary>It is closed, or a plan is there.</summary>
    Close = 30,

    /// <summary>Nothing: it is closed.</summary>
    None = 90,
}
