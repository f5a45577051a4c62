namespace Senim.Routing.Ladder;

/// <summary>Who is alerted, in the order of the climb.</summary>
public enum LadderLevel
{
    /// <summary>Whoever is on duty in the unit, and whoever has the case in hand.</summary>
    Officer = 0,

    /// <summary>The head of the unit.</summary>
    Head = 1,

    /// <summary>Whoever is on duty at the region's desk, and its head.</summary>
    Region = 2,

    /// <summary>Whoever is on duty at the national desk, and its head.</summary>
    National = 3,

    /// <summary>No level had anybody: everyone at the national desk and the operator, together.</summary>
    Everyone = 4,

    /// <summary>Nothing is left.</summary>
    Done = 90,
}

/// <summary>What became of one level.</summary>
public enum LadderOutcome
{
    Alerted,

    /// <summary>Nobody is on duty, or there is no such person.</summary>
    NobodyOnDuty,

    /// <summary>Whoever is on duty has no confirmed way to be alerted.</summary>
    NobodyReachable,

    /// <summary>The unit must not see the case.</summary>
    Recused,
}
