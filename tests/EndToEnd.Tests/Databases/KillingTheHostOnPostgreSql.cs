using Senim.EndToEnd.Tests.Crashes;
using Senim.Intake.Checkpoints;
using Xunit.Abstractions;

namespace Senim.EndToEnd.Tests.Databases;

/// <summary>
/// The process dies without warning while people report, every update comes twice and the server is left with its half-done work.
/// Afterwards every word is in its signal, in order and once, and each signal is in one queue.
/// </summary>
public sealed class KillingTheHostOnPostgreSql(ITestOutputHelper output)
{
    private const int RandomKills = 2;

    [PostgreSqlFact]
    public async Task At_named_points_and_at_random_moments_nothing_is_lost_and_nothing_doubled()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var database = await PostgreSqlDatabase.MakeAsync();
        await using var node = await CrashingNode.StartAsync(usesWebhook: true, random, database.NewFolder());

        // A turn is stored and not answered; an event is published and its row still there.
        await node.RunUntilAsync(nameof(Checkpoint.AfterCommit), random.Next(1, 40));
        await node.RunUntilAsync(nameof(Checkpoint.OutboxPublished), random.Next(1, 4));
        for (var kill = 0; kill < RandomKills; kill++)
            await node.RunForAsync(random.Next(1, 150), TimeSpan.FromMilliseconds(random.Next(40)));

        output.WriteLine($"{await node.SettleAndCompareAsync()} reports compared");
    }
}
