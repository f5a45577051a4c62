using Senim.Intake.Storage;

namespace Senim.Intake.Core.Tests.Storage;

public sealed class QueueingToWrite
{
    [Fact]
    public async Task One_writes_at_a_time_to_the_embedded_database_in_the_order_in_which_they_came()
    {
        using var gate = new WriteGate<IntakeDb>(DatabaseProvider.Sqlite);
        var first = await gate.EnterAsync(default);
        var second = gate.EnterAsync(default);
        var third = gate.EnterAsync(default);
        Assert.False(second.IsCompleted || third.IsCompleted);

        first.Dispose();
        using (await second)
            Assert.False(third.IsCompleted);
        (await third).Dispose();
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_way_free()
    {
        using var gate = new WriteGate<IntakeDb>(DatabaseProvider.Sqlite);
        using var patience = new CancellationTokenSource();
        var first = await gate.EnterAsync(default);
        var second = gate.EnterAsync(patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        (await gate.EnterAsync(default)).Dispose();
    }

    [Fact]
    public async Task Behind_one_that_does_not_come_to_an_end_nobody_waits_for_ever()
    {
        using var gate = new WriteGate<IntakeDb>(DatabaseProvider.Sqlite);
        var first = await gate.EnterAsync(default);
        (await gate.EnterAsync(default)).Dispose();

        // Whoever went past did not open it for others.
        var third = gate.EnterAsync(default);
        Assert.False(third.IsCompleted);
        first.Dispose();
        (await third).Dispose();
    }

    [Theory]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public async Task Nobody_waits_for_a_server(DatabaseProvider provider)
    {
        using var gate = new WriteGate<IntakeDb>(provider);
        using var first = await gate.EnterAsync(default);
        using var second = await gate.EnterAsync(default);
        Assert.NotNull(second);
    }
}
