namespace Senim.Desk.Tests.World;

/// <summary>A world and one desk for each test.</summary>
public abstract class DeskTest : IAsyncLifetime
{
    private DeskWorld? world;
    private DeskNode? desk;

    private protected DeskWorld World => world!;

    private protected DeskNode Desk => desk!;

    public async Task InitializeAsync()
    {
        world = await DeskWorld.CreateAsync();
        desk = await world.StartDeskAsync();
    }

    public async Task DisposeAsync() => await World.DisposeAsync();
}
