namespace Senim.Routing.Queues;

/// <summary>What an item waits for.</summary>
public enum CaseStep
{
    /// <summary>Somebody takes it.</summary>
    FirstLook = 0,

    /// <summary>The unit to which it is passed says whether it takes it.</summary>
    Accept = 5,

    /// <summary>The colleague who was named says that they go on with it.</summary>
    Assigned = 10,

    /// <summary>The visit or contact.</summary>
    Visit = 20,

    /// <summary>It is closed, or a plan is there.</summary>
    Close = 30,

    /// <summary>A second person says whether it may be closed.</summary>
    Confirm = 40,

    /// <summary>Nothing: it is closed.</summary>
    None = 90,
}
