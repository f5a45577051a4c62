namespace Senim.Intake.Outbox;

/// <summary>Does what rows of one kind owe.</summary>
public interface IOutboxHandler
{
    OutboxKind Kind { get; }

    /// <summary>Rows that it is given at once.</summary>
    int MostRows { get; }

    /// <summary>An exception counts as <see cref="OutboxResult.Retry"/> of all.</summary>
    /// <returns>In the order of the rows.</returns>
    Task<IReadOnlyList<OutboxResult>> HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken);
}

public abstract record OutboxResult
{
    private OutboxResult()
    {
    }

    public sealed record Done : OutboxResult;

    /// <param name="After">How long to wait at least; null for the sweep's own back-off.</param>
    /// <param name="Error">What went wrong; null when nothing did and it is only not its time yet.</param>
    public sealed record Retry(TimeSpan? After = null, Exception? Error = null) : OutboxResult;

    /// <summary>It can never be done; the row is dropped and the operator told.</summary>
    /// <param name="Code">Why, as a short code without anything personal.</param>
    public sealed record GiveUp(string Code) : OutboxResult;
}

/// <summary>Carries events of an outbox to the transport. An event is never given up: it is somebody's call for help.</summary>
internal sealed class EventOutboxHandler(IEventTransport transport) : IOutboxHandler
{
    public OutboxKind Kind => OutboxKind.Event;

    /// <summary>Enough for a crowd to share the flush of one transaction; few enough that an Emergency never waits long for its turn at the database.</summary>
    public int MostRows => 64;

    public async Task<IReadOnlyList<OutboxResult>> HandleAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count > 1 && await PublishAsync(rows, cancellationToken) is OutboxResult.Done done)
            return [.. Enumerable.Repeat(done, rows.Count)];

        // One that cannot be taken must not hold up the others: it is found by sending each by itself.
        var results = new List<OutboxResult>(rows.Count);
        foreach (var row in rows)
            results.Add(await PublishAsync([row], cancellationToken));
        return results;
    }

    private async Task<OutboxResult> PublishAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            await transport.PublishAsync(
                [.. rows.Select(row => new EventEnvelope(row.MessageId, row.Type, row.Lane, row.RoutingKey, row.CreatedUtc, row.Body))],
                cancellationToken);
            return new OutboxResult.Done();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboxResult.Retry(Error: error);
        }
    }
}
