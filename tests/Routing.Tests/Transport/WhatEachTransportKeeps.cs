using Senim.Intake.Outbox;
using Senim.Intake.Signals;

namespace Senim.Routing.Tests.Transport;

/// <summary>The contract of a transport, from the outbox to the consumers: at least once, whole, an Emergency first.</summary>
public sealed class WhatEachTransportKeeps
{
    private const string Rain = "Rain";

    [Theory]
    [InProcess]
    [RabbitMq]
    public async Task An_event_comes_whole(TransportKind kind)
    {
        var consumer = new HeardConsumer(SignalEvent.Received, Rain);
        await using var world = await TransportWorld.StartAsync(kind, consumer);
        var signal = Signal(EventLane.Emergency, "emergency");
        var rain = Signal(EventLane.Other, "standard") with { Type = Rain, Json = """{"how":"hard","much":[1,2.5,null]}""" };

        await world.PublishAsync(signal, rain);

        await consumer.WaitUntilAsync(taken => taken.Count == 2);
        Assert.Equal(new HashSet<EventEnvelope> { signal, rain }, [.. consumer.Taken]);
    }

    [Theory]
    [InProcess]
    [RabbitMq]
    public async Task Every_consumer_of_a_type_gets_it(TransportKind kind)
    {
        var (one, another, other) = (new HeardConsumer(Rain), new HeardConsumer(Rain, "Snow"), new HeardConsumer("Hail"));
        await using var world = await TransportWorld.StartAsync(kind, one, another, other);

        await world.PublishAsync(Event(Rain));

        await one.WaitUntilAsync(taken => taken.Count == 1);
        await another.WaitUntilAsync(taken => taken.Count == 1);
        Assert.Empty(other.Taken);
    }

    [Theory]
    [InProcess]
    [RabbitMq]
    public async Task Who_could_not_take_it_gets_it_again(TransportKind kind)
    {
        var refusals = 2;
        var consumer = new HeardConsumer(Rain);
        consumer.Before = _ => Interlocked.Decrement(ref refusals) >= 0 ? throw new TimeoutException() : Task.CompletedTask;
        await using var world = await TransportWorld.StartAsync(kind, consumer);

        await world.PublishAsync(Event(Rain));

        await consumer.WaitUntilAsync(taken => taken.Count == 1);
    }

    [Theory]
    [InProcess]
    [RabbitMq]
    public async Task One_that_nobody_can_take_holds_up_no_other(TransportKind kind)
    {
        var poison = Event(Rain);
        var consumer = new HeardConsumer(Rain);
        consumer.Before = events => events.Contains(poison) ? throw new FormatException() : Task.CompletedTask;
        await using var world = await TransportWorld.StartAsync(kind, consumer);
        var others = Enumerable.Range(0, 20).Select(_ => Event(Rain)).ToArray();

        await world.TryPublishAsync(poison with { });
        foreach (var other in others)
            await world.PublishAsync(other);

        await consumer.WaitUntilAsync(taken => taken.Count == others.Length);
        Assert.DoesNotContain(poison, consumer.Taken);
    }

    [Theory]
    [InProcess]
    [RabbitMq]
    public async Task An_Emergency_waits_for_nothing_else(TransportKind kind)
    {
        var held = new TaskCompletionSource();
        var consumer = new HeardConsumer(SignalEvent.Received);
        consumer.Before = events => events[0].Lane == EventLane.Other ? held.Task : Task.CompletedTask;
        await using var world = await TransportWorld.StartAsync(kind, consumer);
        var emergency = Signal(EventLane.Emergency, "emergency");

        var slow = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => world.PublishAsync(Signal(EventLane.Other, "standard"))));
        await world.PublishAsync(emergency);

        await consumer.WaitUntilAsync(taken => taken.Contains(emergency));
        Assert.Single(consumer.Taken);
        held.SetResult();
        await slow;
        await consumer.WaitUntilAsync(taken => taken.Count == 201);
    }

    [Theory]
    [InProcess]
    [RabbitMq]
    public async Task What_nobody_takes_yet_is_not_lost(TransportKind kind)
    {
        var rain = Event(Rain);
        await using var before = await TransportWorld.StartAsync(kind, new HeardConsumer("Snow"));
        var isOnItsWay = await before.TryPublishAsync(rain);
        var consumer = new HeardConsumer(Rain);

        await using var after = await before.AgainAsync(consumer);
        if (!isOnItsWay)
            await after.PublishAsync(rain);

        await consumer.WaitUntilAsync(taken => taken.Contains(rain));
    }

    [Theory]
    [InProcess]
    [RabbitMq]
    public async Task Of_a_thousand_in_a_hurry_none_is_missing(TransportKind kind)
    {
        var consumer = new HeardConsumer(SignalEvent.Received, SignalEvent.Changed);
        await using var world = await TransportWorld.StartAsync(kind, consumer);
        var events = Enumerable.Range(0, 1_000)
            .Select(i => i % 10 == 0 ? Signal(EventLane.Emergency, "emergency") : Signal(EventLane.Other, i % 3 == 0 ? "urgent" : "information"))
            .ToList();

        await Task.WhenAll(events.Chunk(64).Select(chunk => world.PublishAsync(chunk)));

        await consumer.WaitUntilAsync(taken => taken.Count == events.Count);
        Assert.Equal(events.ToHashSet(), [.. consumer.Taken]);
    }

    internal static EventEnvelope Signal(EventLane lane, string urgency, string unit = "311000000") =>
        new(Guid.CreateVersion7(), SignalEvent.Received, lane, $"{unit[..2]}0000000.{unit}.{urgency}", new DateTime(2026, 3, 5, 5, 0, 0, 123, DateTimeKind.Utc), """{"version":1}""");

    private static EventEnvelope Event(string type) => Signal(EventLane.Other, "standard") with { Type = type };
}
