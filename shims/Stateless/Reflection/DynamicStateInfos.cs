namespace Stateless.Reflection;

/// <summary>A state that a destination selector may choose, and when it does.</summary>
public class DynamicStateInfo
{
    /// <param name="destinationState">The name of the state.</param>
    /// <param name="criterion">When it is chosen, for people.</param>
    public DynamicStateInfo(string destinationState, string criterion)
    {
        DestinationState = destinationState;
        Criterion = criterion;
    }

    /// <summary>The name of the state.</summary>
    public string DestinationState { get; set; }

    /// <summary>When it is chosen, for people.</summary>
    public string Criterion { get; set; }
}

/// <summary>The states that a destination selector may choose; only graphs use them.</summary>
public class DynamicStateInfos : List<DynamicStateInfo>
{
    /// <summary>Adds a state by its name.</summary>
    public void Add(string destinationState, string criterion) => Add(new DynamicStateInfo(destinationState, criterion));

    /// <summary>Adds a state by its value, which is named by its <c>ToString</c>.</summary>
    public void Add<TState>(TState destinationState, string criterion) => Add(destinationState.ToString(), criterion);
}
