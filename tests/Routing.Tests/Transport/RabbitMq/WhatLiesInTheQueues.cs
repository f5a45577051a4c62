using System.Text;
using System.Text.Json;
using RabbitMQ.Client;
using Senim.Brokers;
using Senim.Intake.Outbox;
using Senim.Intake.Signals;

namespace Senim.Routing.Tests.Transport.RabbitMq;

/// <summary>What a department with a system of its own, or an operator, finds at the broker.</summary>
public sealed class WhatLiesInTheQueues
{
    [RabbitMqFact]
    public async Task A_department_gets_a_copy_of_its_events_as_CloudEvents()
    {
        var consumer = new HeardConsumer(SignalEvent.Received);
        await using var world = await TransportWorld.StartAsync(TransportKind.RabbitMq, consumer);
        var mine = WhatEachTransportKeeps.Signal(EventLane.Emergency, "emergency", "311000000");
        var others = WhatEachTransportKeeps.Signal(EventLane.Other, "standard", "751110000");

        await world.PublishAsync(mine, others);
        await consumer.WaitUntilAsync(taken => taken.Count == 2);

        await using var connection = await ConnectAsync(world.Place);
        await using var channel = await connection.CreateChannelAsync();
        var message = await GetAsync(channel, "department.zhambyl");
        Assert.Null(await channel.BasicGetAsync("department.zhambyl", autoAck: true));
        Assert.Equal("application/cloudevents+json", message.BasicProperties.ContentType);
        var body = JsonDocument.Parse(message.Body).RootElement;
        Assert.Equal("1.0", body.GetProperty("specversion").GetString());
        Assert.Equal(mine.Id, body.GetProperty("id").GetGuid());
        Assert.Equal("SignalReceived", body.GetProperty("type").GetString());
        Assert.Equal("2026-03-05T05:00:00.123Z", body.GetProperty("time").GetString());
        Assert.Equal(1, body.GetProperty("data").GetProperty("version").GetInt32());
    }

    [RabbitMqFact]
    public async Task What_is_no_event_is_put_aside_and_holds_up_nothing()
    {
        var consumer = new HeardConsumer(SignalEvent.Received);
        await using var world = await TransportWorld.StartAsync(TransportKind.RabbitMq, consumer);
        await world.PublishAsync(WhatEachTransportKeeps.Signal(EventLane.Other, "standard"));
        await using var connection = await ConnectAsync(world.Place);
        await using var channel = await connection.CreateChannelAsync();

        await channel.BasicPublishAsync("signals", "310000000.311000000.urgent", Encoding.UTF8.GetBytes("no event"));
        await world.PublishAsync(WhatEachTransportKeeps.Signal(EventLane.Other, "standard"));

        await consumer.WaitUntilAsync(taken => taken.Count == 2);
        Assert.Equal("no event", Encoding.UTF8.GetString((await GetAsync(channel, "signals.unreadable")).Body.Span));
    }

    private static async Task<BasicGetResult> GetAsync(IChannel channel, string queue)
    {
        var until = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            if (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
                return message;
            Assert.True(DateTime.UtcNow < until, $"Nothing came to {queue}.");
            await Task.Delay(50);
        }
    }

    private static Task<IConnection> ConnectAsync(string place) => new ConnectionFactory { Uri = BrokerCluster.First(place) }.CreateConnectionAsync();
}
