namespace Senim.Routing.Departments.Reachability;

/// <summary>A unit with a living division in which nobody can be alerted.</summary>
/// <param name="Fallback">The next unit above it in which somebody can; null: nobody at all, only the operator is left.</param>
public sealed record UnreachedUnit(string UnitCode, UnreachedWhy Why, string? Fallback);

public enum UnreachedWhy
{
    /// <summary>Nobody who may see its queue is a member, has a shift or is the head, and can sign in.</summary>
    NobodyThere,
}

/// <param name="Units">Units with a living division, the regions' desks and the national desk among them.</param>
/// <param name="Divisions">Of these: divisions of districts and cities.</param>
/// <param name="Unreached">From the top down.</param>
public sealed record ReachReport(DateTime AtUtc, int Units, int Divisions, IReadOnlyList<UnreachedUnit> Unreached);
