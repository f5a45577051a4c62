namespace Senim.Routing.Departments.Reachability;

/// <summary>What was found when the units were last looked at.</summary>
public interface IOwnerWatch
{
    /// <summary>Null until the first look is done.</summary>
    ReachReport? Last { get; }
}
