namespace Senim.Bots.Channels.Sms;

/// <summary>
/// Keeps what is sent outside of answers to the pace of the line, so that Twilio's own queue stays short and help is not behind
/// a hundred receipts there. Nobody waits here: what cannot go now is told when to come again, and lies in the outbox until then.
/// Help for someone in danger always goes, and the rest make room for it.
/// </summary>
internal sealed class SmsPace(double segmentsPerSecond, TimeProvider clock)
{
    /// <summary>What waits is looked for once a second: that much may go together.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private readonly Lock guard = new();
    private readonly long start = clock.GetTimestamp();

    /// <summary>Until then the line is taken, counted from the start.</summary>
    private TimeSpan taken;

    /// <summary>Until then it is promised to those who were told to come again.</summary>
    private TimeSpan promised;

    /// <param name="isDue">It was told to come again: those who come for the first time do not go before it.</param>
    /// <returns>Null when it may go now; else how long to wait.</returns>
    public TimeSpan? Take(int segments, bool isDangerHelp, bool isDue)
    {
        var length = TimeSpan.FromSeconds(segments / segmentsPerSecond);
        lock (guard)
        {
            var now = clock.GetElapsedTime(start);
            var free = taken > now ? taken : now;
            if (isDangerHelp || (free - now <= Slack && (isDue || promised <= now + Slack)))
            {
                taken = free + length;
                return null;
            }

            var turn = promised > free ? promised : free;
            promised = turn + length;
            return turn - now;
        }
    }
}
