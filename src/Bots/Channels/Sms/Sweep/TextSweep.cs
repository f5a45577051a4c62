using Microsoft.Extensions.Logging;
using Senim.Bots.Conversation.Spool;

namespace Senim.Bots.Channels.Sms.Sweep;

/// <summary>
/// The last net for texts whose webhook never reached us (we were down, the proxy was, the disk was full): what Twilio keeps of the last day is
/// read, texts that are not known here are taken in, and what is stored here is deleted there. Nodes that share a database need not agree
/// on one that sweeps: a text has one effect whoever brings it, and what is gone already counts as deleted.
/// </summary>
internal sealed partial class TextSweep(
    MessageList list, ReceivedTexts received, SentTexts sent, UpstreamDeletion deletion, TurnSpool spool, ILogger<TextSweep> logger)
{
    /// <summary>A page that fails so often in a row will not come: what lies before it is dealt with.</summary>
    private const int MostBroken = 3;

    private int broken;

    /// <returns>False when something was left that should be tried soon.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        // What waits there came before, and tells that the database is away.
        if (!spool.IsEmpty)
            return false;
        var texts = await list.ReadReceivedAsync();
        broken = texts.IsBroken ? broken + 1 : 0;
        if (broken is > 0 and < MostBroken)
            return false;
        var deletable = new List<StoredMessage>();
        var isDone = await received.TakeAsync(texts, deletable, cancellationToken);
        if (isDone)
        {
            // The newest stand first, so what was read of them is enough to go by.
            var replies = await list.ReadSentAsync();
            isDone = await sent.TakeAsync(replies, deletable, cancellationToken) && replies.IsWhole && texts.IsWhole;
        }

        var left = await deletion.DeleteAsync(deletable, cancellationToken);
        if (left > 0)
            LogLeft(logger, left, deletable.Count);
        return isDone && left == 0;
    }

    [LoggerMessage(61, LogLevel.Warning, "{Left} of {All} messages could not be deleted at Twilio; they are tried again.")]
    private static partial void LogLeft(ILogger logger, int left, int all);
}
