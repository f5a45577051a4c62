using Senim.Bots.Conversation.Turns;
using Senim.Intake.Conversations;

namespace Senim.Bots.Channels.Sms;

/// <summary>
/// What follows from a message that did not arrive, whether Twilio posted it or its list says so. The conversation is found by the number,
/// never by anything that Twilio was given.
/// </summary>
internal sealed class DeliveryResults(SmsMapping mapping, ReplyReferences references, LateResults late)
{
    /// <summary>The present reply is tried so often again, each time after so long; then the reporter counts as out of reach.</summary>
    private static readonly TimeSpan[] Waits = [TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    /// <summary>Between the clock that a text is heard by and Twilio's, which counts whole seconds.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(10);

    /// <returns>False when the database cannot be reached and nothing was noted.</returns>
    public Task<bool> TakeAsync(DeliveryReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.ErrorCode switch
        {
            ErrorCodes.RecipientStopped or ErrorCodes.Blocked or ErrorCodes.UnknownHandset or ErrorCodes.Landline =>
                late.TakeAsync(mapping.Conversation(report.To), (live, _) => Mark(live, report)),
            ErrorCodes.UnreachableHandset or ErrorCodes.Filtered or ErrorCodes.UnknownError =>
                late.TakeAsync(mapping.Conversation(report.To), (live, reply) => TryAgain(live, reply, report)),
            _ => Task.FromResult(true),
        };
    }

    /// <summary>Not when it is about an answer to an older text: somebody who has written since can be reached.</summary>
    private LateResult Mark(LiveConversation live, DeliveryReport report) =>
        ((report.Reference.Length > 0 || report.IsLast) && !IsPresent(live, SmsMemo.Read(live.Memo), report)) || IsMarked(live, report)
            ? new LateResult.Nothing()
            : new LateResult.Unreachable(report.ErrorCode == ErrorCodes.RecipientStopped);

    /// <summary>Told a second time: by a post and by the list.</summary>
    private static bool IsMarked(LiveConversation live, DeliveryReport report) =>
        live.State.Unreachable && (live.State.Barred || report.ErrorCode != ErrorCodes.RecipientStopped);

    private LateResult TryAgain(LiveConversation live, OutboundReply reply, DeliveryReport report)
    {
        var memo = SmsMemo.Read(live.Memo);
        var message = mapping.Message(report.Sid);
        if (live.State.Unreachable || memo.Failed == message || !IsPresent(live, memo, report))
            return new LateResult.Nothing();
        if (memo.Failures >= Waits.Length)
            return new LateResult.Unreachable(Barred: false);
        var after = memo.Owe(reply.IsDangerHelp) with { Failed = message, Failures = memo.Failures + 1 };
        return new LateResult.Again(Waits[memo.Failures], after.Write());
    }

    private bool IsPresent(LiveConversation live, SmsMemo memo, DeliveryReport report) =>
        report.IsLast
        ? !(live.State.HeardUtc - ClockSkew > report.SentUtc)
        : (memo.Sent is { } sent
            ? sent == mapping.Message(report.Sid)
            : live.LastDelivery.Length == DeliveryKey.Bytes && report.Reference == references.Of(DeliveryKey.FromBytes(live.LastDelivery)));
}
