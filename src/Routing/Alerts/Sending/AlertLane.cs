using Microsoft.Extensions.Logging;
using Senim.Intake;
using Senim.Intake.Checkpoints;

namespace Senim.Routing.Alerts.Sending;

/// <summary>
/// Sends what goes by one way, a few at a time, each in limited time; so a way that hangs holds up itself alone. An attempt is marked before it is
/// made: a process that dies in between makes it again, under the same alert id. While the way does not work it is tried twice a minute, and
/// once it works everything it owes goes at once, however long each alert was to wait.
/// </summary>
internal sealed partial class AlertLane(
    IAlertCarrier carrier, AlertStore store, AlertReading reading, TimeProvider clock, ICheckpoints checkpoints, ILogger<AlertLane> logger)
{
    public const int MostAtOnce = 8;

    /// <summary>So long one attempt may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);

    /// <summary>An alert that no attempt has brought out for so long is given up.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromHours(36);

    /// <summary>At the start nobody knows whether the way works.</summary>
    private bool isDown = carrier.IsOneServer;
    private DateTime probedUtc = DateTime.UnixEpoch;

    public AlertWay Way => carrier.Way;

    public bool IsOn => carrier.IsOn;

    public TimeSpan Limit { get; init; } = Longest;

    /// <returns>Attempts made.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var claimed = await ClaimAsync(cancellationToken);
        if (claimed.Count == 0)
            return 0;
        checkpoints.Reached(Checkpoint.AlertMarked);
        var prepared = await reading.PrepareAsync(claimed, carrier, cancellationToken);
        var deliveries = await Task.WhenAll(prepared.Select(one => TryAsync(one, cancellationToken)));
        if (deliveries.Any(delivery => delivery is Delivery.Sent or Delivery.Later or Delivery.Refused))
            await RiseAsync(claimed, cancellationToken);
        else if (deliveries.OfType<Delivery.Unavailable>().FirstOrDefault() is { } failed)
            Sink(failed.Code);
        else
            probedUtc = DateTime.UnixEpoch;
        return claimed.Count;
    }

    /// <summary>10 s after the first attempt, twice as long after each further one, up to the longest.</summary>
    internal static TimeSpan WaitAfter(int attempts, TimeSpan longest) =>
        TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << Math.Min(attempts - 1, 20), longest.Ticks));

    private async Task<IReadOnlyList<AlertRow>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        if (!isDown)
            return await store.ClaimAsync(Way, MostAtOnce, isProbe: false, now, Lease, cancellationToken);
        if (now - probedUtc < BetweenProbes)
            return [];
        var probe = await store.ClaimAsync(Way, MostAtOnce, isProbe: true, now, Lease, cancellationToken);
        if (probe.Count > 0)
            probedUtc = now;
        return probe;
    }

    private async Task<Delivery?> TryAsync(Prepared prepared, CancellationToken cancellationToken)
    {
        if (prepared.Message is not { } message)
        {
            if (prepared.Status == AlertStatus.Dead)
                LogDead(logger, Way, prepared.Row.Id, prepared.Failure);
            await store.EndAsync(prepared.Row, prepared.Status, prepared.Failure, cancellationToken);
            return null;
        }

        var delivery = await DeliverAsync(message, cancellationToken);
        checkpoints.Reached(Checkpoint.AlertSent);
        await SettleAsync(prepared.Row, delivery, cancellationToken);
        return delivery;
    }

    private async Task<Delivery> DeliverAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            // On the clock's time and not only by the token: what does not look at the token must not hold up the lane either.
            return await Task.Run(() => carrier.DeliverAsync(message, limit.Token), cancellationToken).WaitAsync(Limit, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            await limit.CancelAsync();
            return new Delivery.Unavailable("no-answer");
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The message of an error may name an address; its type does not.
            return new Delivery.Later(error.GetType().Name);
        }
    }

    private async Task SettleAsync(AlertRow row, Delivery delivery, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        switch (delivery)
        {
            case Delivery.Sent:
                await store.SentAsync(row, now, cancellationToken);
                break;
            case Delivery.Refused refused:
                LogDead(logger, Way, row.Id, refused.Code);
                await store.EndAsync(row, AlertStatus.Dead, refused.Code, cancellationToken);
                break;
            case Delivery.Unavailable { Code: var code }:
                await PostponeAsync(row, code, now, cancellationToken);
                break;
            case Delivery.Later { Code: var code }:
                await PostponeAsync(row, code, now, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"Unknown delivery {delivery.GetType().Name}.");
        }
    }

    private async Task PostponeAsync(AlertRow row, string code, DateTime now, CancellationToken cancellationToken)
    {
        if (now - row.CreatedUtc > GivenUpAfter)
        {
            LogDead(logger, Way, row.Id, code);
            await store.EndAsync(row, AlertStatus.Dead, code, cancellationToken);
            return;
        }

        LogFailed(logger, Way, row.Id, row.Attempts, code);
        await store.PostponeAsync(row, now + WaitAfter(row.Attempts, carrier.LongestWait), code, cancellationToken);
    }

    private async Task RiseAsync(IReadOnlyList<AlertRow> tried, CancellationToken cancellationToken)
    {
        if (!isDown)
            return;
        isDown = false;
        await store.HastenAsync(Way, tried, clock.NowUtc(), cancellationToken);
    }

    private void Sink(string code)
    {
        if (!carrier.IsOneServer)
            return;
        if (!isDown)
            LogDown(logger, Way, code);
        isDown = true;
        probedUtc = clock.NowUtc();
    }

    [LoggerMessage(90, LogLevel.Warning, "Alert {Row} by {Way} was not sent, attempt {Attempt} ({Code}).")]
    private static partial void LogFailed(ILogger logger, AlertWay way, long row, int attempt, string code);

    [LoggerMessage(91, LogLevel.Error, "Alert {Row} by {Way} was given up ({Code}); the desk shows it and can send it again.")]
    private static partial void LogDead(ILogger logger, AlertWay way, long row, string code);

    [LoggerMessage(92, LogLevel.Error, "Alerts do not go out by {Way} ({Code}); it is tried twice a minute.")]
    private static partial void LogDown(ILogger logger, AlertWay way, string code);
}
