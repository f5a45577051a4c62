using Microsoft.Extensions.Options;
using Senim.Intake;
using Twilio.Rest.Api.V2010.Account;
using static Twilio.Rest.Api.V2010.Account.MessageResource;

namespace Senim.Bots.Channels.Sms.Sweep;

/// <summary>What became of our own messages, where the report of it did not reach us; and which of them Twilio need not keep.</summary>
internal sealed class SentTexts(IOptions<SmsOptions> options, DeliveryResults results, TimeProvider clock)
{
    /// <summary>For the post that tells the same.</summary>
    private static readonly TimeSpan LeftToPost = TimeSpan.FromMinutes(1);

    /// <summary>Some networks never say that a message arrived. Twilio gives up on one after 10 hours at most ("ValidityPeriod").</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    /// <param name="deletable">Ids of messages that Twilio need not keep are added to it: they quote what a reporter was told.</param>
    /// <returns>False when the database cannot be reached.</returns>
    public async Task<bool> TakeAsync(MessagesRead list, List<StoredMessage> deletable, CancellationToken cancellationToken)
    {
        var now = clock.NowUtc();
        foreach (var listed in list.Messages.Where(listed => IsOurs(listed.Message) && IsFinal(listed.Message, now - listed.SentUtc)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (listed.IsLast && Report(listed) is { } report && !await results.TakeAsync(report))
                return false;
            deletable.Add(new StoredMessage(listed.Message.Sid));
        }

        return true;
    }

    private bool IsOurs(MessageResource message) =>
        (message.Direction == DirectionEnum.OutboundApi || message.Direction == DirectionEnum.OutboundReply)
        && message.AccountSid == options.Value.AccountSid
        && message.From?.ToString() == options.Value.From
        && PhoneNumbers.IsMessageSid(ListedText.Bytes(message.Sid));

    private static bool IsFinal(MessageResource message, TimeSpan age) =>
        message.Status == StatusEnum.Sent
            ? age >= LongestWait
            : age >= LeftToPost && (HasFailed(message) || message.Status == StatusEnum.Delivered || message.Status == StatusEnum.Read || message.Status == StatusEnum.Canceled);

    private static bool HasFailed(MessageResource message) => message.Status == StatusEnum.Failed || message.Status == StatusEnum.Undelivered;

    private static DeliveryReport? Report(ListedMessage listed) => listed.Message is { ErrorCode: { } code, To: { } to } message && HasFailed(message)
        ? new DeliveryReport { Sid = message.Sid, To = to, ErrorCode = code, IsLast = true, SentUtc = listed.SentUtc }
        : null;
}
