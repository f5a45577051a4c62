using System.Collections.Concurrent;
using Senim.Intake.Outbox;

namespace Senim.Routing.Tests.Transport;

/// <summary>Remembers what it was given, and refuses what it is told to refuse.</summary>
internal sealed class HeardConsumer(params string[] types) : IEventConsumer
{
    private readonly ConcurrentDictionary<Guid, EventEnvelope> taken = new();

    public IReadOnlyCollection<string> Types => types;

    public IReadOnlyCollection<EventEnvelope> Taken => [.. taken.Values];

    /// <summary>Called with each batch before any of it counts as taken; throws to refuse.</summary>
    public Func<IReadOnlyList<EventEnvelope>, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task ConsumeAsync(IReadOnlyList<EventEnvelope> envelopes, CancellationToken cancellationToken)
    {
        await Before(envelopes);
        foreach (var envelope in envelopes)
            taken[envelope.Id] = envelope;
    }

    public async Task WaitUntilAsync(Func<IReadOnlyCollection<EventEnvelope>, bool> isSo)
    {
        var until = DateTime.UtcNow.AddMinutes(3);
        while (!isSo(Taken))
        {
            Assert.True(DateTime.UtcNow < until, $"Only {taken.Count} events came.");
            await Task.Delay(20);
        }
    }
}
