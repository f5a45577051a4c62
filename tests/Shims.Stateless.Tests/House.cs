using Stateless;

namespace Senim.Shims.Stateless.Tests;

/// <summary>The house holds the hall and the kitchen; the pantry is inside the kitchen.</summary>
public enum Place
{
    Garden,
    House,
    Hall,
    Kitchen,
    Pantry,
    Street,
}

public enum Walk
{
    Enter,
    Leave,
    Cook,
    Rest,
    Ring,
}

/// <summary>A machine over places that writes down what it does.</summary>
internal sealed class House
{
    public House(Place start, FiringMode mode = FiringMode.Queued)
    {
        Machine = new StateMachine<Place, Walk>(start, mode);
        Configure(Place.Hall).SubstateOf(Place.House);
        Configure(Place.Kitchen).SubstateOf(Place.House);
        Configure(Place.Pantry).SubstateOf(Place.Kitchen);
        foreach (var place in Enum.GetValues<Place>())
            Configure(place).OnEntry(() => Log.Add($"in {place}")).OnExit(() => Log.Add($"out {place}"));
    }

    public StateMachine<Place, Walk> Machine { get; }

    public List<string> Log { get; } = [];

    public StateMachine<Place, Walk>.StateConfiguration Configure(Place place) => Machine.Configure(place);

    public IReadOnlyList<string> Fire(Walk walk)
    {
        Machine.Fire(walk);
        return Log;
    }
}
