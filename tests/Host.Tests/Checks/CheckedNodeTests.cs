namespace Senim.Hosting.Tests.Checks;

/// <summary>Each test makes one thing wrong in an installation in which all is right.</summary>
public abstract class CheckedNodeTests : IAsyncLifetime
{
    private protected CheckedNode Node { get; private set; } = null!;

    public async Task InitializeAsync() => Node = await CheckedNode.StartAsync();

    public async Task DisposeAsync() => await Node.DisposeAsync();

    private protected async Task AssertLineAsync(params string[] parts)
    {
        var line = await Node.OnlyLineAsync();
        Assert.All(parts, part => Assert.Contains(part, line, StringComparison.Ordinal));
    }
}
