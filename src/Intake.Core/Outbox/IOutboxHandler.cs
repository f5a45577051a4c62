namespace Senim.Intake.Outbox;

/// <summary>Does what rows of one kind owe.</summary>
public interface IOutboxHandler
{
    OutboxKind Kind { get; }

    /// <summary>An exception counts as <see cref="OutboxResult.Retry"/>.</summary>
    Task<OutboxResult> HandleAsync(OutboxRow row, CancellationToken cancellationToken);
}

public abstract record OutboxResult
{
    private OutboxResult()
    {
    }

    public sealed record Done : OutboxResult;

    /// <param name="After">How long to wait at least; null for the sweep's own back-off.</param>
    public sealed record Retry(TimeSpan? After = null) : OutboxResult;

    /// <summary>It can never be done; the row is dropped and the operator told.</summary>
    /// <param name="Code">Why, as a short code without anything personal.</param>
    public sealed record GiveUp(string Code) : OutboxResult;
}

/// <summary>Carries events of an outbox to the transport. An event is never given up: it is somebody's call for help.</summary>
internal sealed class EventOutboxHandler(IEventTransport transport) : IOutboxHandler
{
    public OutboxKind Kind => OutboxKind.Event;

    public async Task<OutboxResult> HandleAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await transport.PublishAsync(
            new EventEnvelope(row.MessageId, row.Type, row.Lane, row.RoutingKey, row.CreatedUtc, row.Body),
            cancellationToken);
        return new OutboxResult.Done();
    }
}
