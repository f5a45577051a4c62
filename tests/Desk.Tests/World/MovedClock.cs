namespace Senim.Desk.Tests.World;

/// <summary>Tells the real time, or as much later as a test says.</summary>
internal sealed class MovedClock : TimeProvider
{
    private TimeSpan moved;

    public void Move(TimeSpan by) => moved += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + moved;
}
