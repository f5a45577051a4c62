using Senim.Brokers;
using Senim.Intake.Outbox;
using Senim.Intake.Signals;

namespace Senim.Routing.Tests.Transport.RabbitMq;

/// <summary>Of three brokers one dies, and then two, so that none may confirm anything.</summary>
[Collection(nameof(BrokersThatDie))]
public sealed class BrokersThatDie
{
    [RabbitMqFact]
    public async Task When_the_leader_of_a_queue_is_killed_nothing_published_is_lost()
    {
        var consumer = new HeardConsumer(SignalEvent.Received);
        await using var world = await TransportWorld.StartAsync(TransportKind.RabbitMq, consumer);
        var events = Enumerable.Range(0, 300).Select(_ => WhatEachTransportKeeps.Signal(EventLane.Other, "standard")).ToList();
        foreach (var chunk in events.Take(100).Chunk(10))
            await world.PublishAsync(chunk);
        var leader = await BrokerCluster.LeaderAsync(world.Place, "signals.other");

        var publishing = Task.Run(async () =>
        {
            foreach (var chunk in events.Skip(100).Chunk(10))
                await world.PublishAsync(chunk);
        });
        await BrokerCluster.KillAsync(leader);
        try
        {
            await publishing;
            await consumer.WaitUntilAsync(taken => taken.Count == events.Count);
        }
        finally
        {
            await BrokerCluster.ReviveAsync(leader);
        }

        Assert.Equal(events.ToHashSet(), [.. consumer.Taken]);
    }

    [RabbitMqFact]
    public async Task Without_a_majority_nothing_counts_as_published_and_afterwards_everything_comes()
    {
        var consumer = new HeardConsumer(SignalEvent.Received);
        await using var world = await TransportWorld.StartAsync(TransportKind.RabbitMq, consumer);
        await world.PublishAsync(WhatEachTransportKeeps.Signal(EventLane.Emergency, "emergency"));
        var emergency = WhatEachTransportKeeps.Signal(EventLane.Emergency, "emergency");
        await BrokerCluster.KillAsync(1);
        await BrokerCluster.KillAsync(2);
        try
        {
            await Assert.ThrowsAnyAsync<Exception>(() => world.Transport.PublishAsync([emergency], CancellationToken.None));
        }
        finally
        {
            await Task.WhenAll(BrokerCluster.ReviveAsync(1), BrokerCluster.ReviveAsync(2));
        }

        await world.PublishAsync(emergency);
        await consumer.WaitUntilAsync(taken => taken.Contains(emergency));
    }
}

/// <summary>Whoever kills brokers does it while nobody else needs them.</summary>
[CollectionDefinition(nameof(BrokersThatDie), DisableParallelization = true)]
public sealed class BrokersThatDieCollection;
