using Microsoft.Extensions.Logging;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels;

/// <summary>
/// Counts what was posted to a webhook without the provider's signature and refused. An operator reads one line a minute however many there
/// were, since a line for each would be what floods; it says nothing of where they came from.
/// </summary>
internal sealed partial class ForgedPosts(TimeProvider clock, ILogger<ForgedPosts> logger) : IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly Lock guard = new();
    private readonly Dictionary<ChannelKind, (int Count, ITimer Timer)> counted = [];

    public void Count(ChannelKind channel)
    {
        lock (guard)
        {
            counted[channel] = counted.TryGetValue(channel, out var known)
                ? known with { Count = known.Count + 1 }
                : (1, clock.CreateTimer(_ => Tell(channel), null, Interval, Timeout.InfiniteTimeSpan));
        }
    }

    public void Dispose()
    {
        lock (guard)
        {
            foreach (var (_, timer) in counted.Values)
                timer.Dispose();
            counted.Clear();
        }
    }

    private void Tell(ChannelKind channel)
    {
        (int Count, ITimer Timer) told;
        lock (guard)
        {
            if (!counted.Remove(channel, out told))
                return;
        }

        told.Timer.Dispose();
        LogForged(logger, channel, told.Count);
    }

    [LoggerMessage(60, LogLevel.Warning, "{Channel}: {Count} posts of the last minute did not bear the provider's signature and were refused. If replies stay away, look at the secret and the address in the settings.")]
    private static partial void LogForged(ILogger logger, ChannelKind channel, int count);
}
