using Senim.Intake.Checkpoints;
using Senim.Routing.Alerts;

namespace Senim.Routing.Tests.Alerts;

public sealed class DyingWhileSending
{
    [Theory]
    [InlineData(Checkpoint.AlertMarked, 1)]
    [InlineData(Checkpoint.AlertSent, 2)]
    public async Task What_a_node_was_at_when_it_died_is_sent_again_with_the_same_alert_id(Checkpoint at, int sends)
    {
        await using var bench = await AlertBench.StartAsync();
        await bench.ConfirmAsync(AlertWay.Email);
        var id = await bench.AlertAsync();
        await Assert.ThrowsAsync<DeathException>(() => bench.Lane(checkpoints: new Dies(at)).SweepAsync(CancellationToken.None));

        bench.Clock.Advance(TimeSpan.FromSeconds(61));
        await bench.Lane().SweepAsync(CancellationToken.None);

        Assert.Equal(sends, bench.Carrier.Given.Count);
        Assert.All(bench.Carrier.Given, message => Assert.Equal(id, message.AlertId));
        Assert.Equal(AlertStatus.Sent, (await bench.RowAsync()).Status);
    }

    private sealed class Dies(Checkpoint at) : ICheckpoints
    {
        public void Reached(Checkpoint checkpoint)
        {
            if (checkpoint == at)
                throw new DeathException();
        }
    }

    private sealed class DeathException : Exception;
}
