using Senim.Intake.Checkpoints;
using Xunit.Abstractions;

namespace Senim.EndToEnd.Tests.Crashes;

/// <summary>
/// The process dies without warning while people report and every update comes twice. Afterwards every word is in its signal, in order
/// and once, and each signal is in one queue.
/// </summary>
public sealed class KillingTheHost(ITestOutputHelper output)
{
    private const int RandomKills = 10;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task At_each_named_point_nothing_is_lost_and_nothing_doubled(bool usesWebhook)
    {
        var random = Seeded();
        await using var node = await CrashingNode.StartAsync(usesWebhook, random);
        foreach (var checkpoint in Enum.GetValues<Checkpoint>().Where(point => point < Checkpoint.SpoolWritten && (usesWebhook || point != Checkpoint.Verified)))
        {
            // Outbox and queue are passed once a report, the others once a turn.
            var passes = checkpoint >= Checkpoint.OutboxMarked ? random.Next(1, 4) : random.Next(1, 40);
            await node.RunUntilAsync(checkpoint.ToString(), passes);
        }

        output.WriteLine($"{await node.SettleAndCompareAsync()} reports compared");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task At_random_moments_under_load_nothing_is_lost_and_nothing_doubled(bool usesWebhook)
    {
        var random = Seeded();
        await using var node = await CrashingNode.StartAsync(usesWebhook, random);
        for (var kill = 0; kill < RandomKills; kill++)
            await node.RunForAsync(random.Next(1, 150), TimeSpan.FromMilliseconds(random.Next(40)));
        output.WriteLine($"{await node.SettleAndCompareAsync()} reports compared");
    }

    private Random Seeded()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return new Random(seed);
    }
}
