using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Conversations;
using Twilio.Clients;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.Message;

namespace Senim.Bots.Channels.Sms.Sweep;

/// <summary>
/// Takes in the texts of the list, the oldest first, by the way that posted ones go. One that is known has no second effect and no second
/// answer; one that is new is answered while it is recent (<see cref="SmsChannel"/>).
/// </summary>
internal sealed partial class ReceivedTexts(
    ITwilioRestClient client,
    IOptions<SmsOptions> options,
    SmsMapping mapping,
    TurnRunner runner,
    ICheckpoints checkpoints,
    TimeProvider clock,
    ILogger<ReceivedTexts> logger)
{
    /// <summary>So long a text is left to its webhook, which Twilio waits for up to 15 seconds, and whose answer is the better one.</summary>
    public static readonly TimeSpan LeftToWebhook = TimeSpan.FromMinutes(1);

    /// <summary>Texts that stay in the list although they were dealt with. Another process asks the database about them once.</summary>
    private readonly HashSet<DeliveryKey> staying = [];

    /// <param name="deletable">Ids of texts that Twilio need not keep are added to it.</param>
    /// <returns>False when something was left to be tried soon.</returns>
    public async Task<bool> TakeAsync(MessagesRead list, List<string> deletable, CancellationToken cancellationToken)
    {
        if (list.IsWhole)
            staying.IntersectWith(list.Messages.Select(listed => mapping.Delivery(listed.Message.Sid ?? "")));
        var settled = clock.NowUtc() - LeftToWebhook;
        var (imported, unreadable) = (0, 0);
        var isDone = true;
        foreach (var listed in list.Messages.Where(listed => listed.SentUtc <= settled && listed.Message.Direction == MessageResource.DirectionEnum.Inbound))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ListedText.Read(listed.Message, options.Value) is not { } sms)
            {
                unreadable++;
                continue;
            }

            if (staying.Contains(mapping.Delivery(sms.Sid)))
                continue;
            var files = ListedText.Files(listed.Message) > 0;
            var result = await runner.RunAsync(
                mapping.Map(files ? sms with { File = await KindAsync(sms.Sid) } : sms, listed.SentUtc, isLive: false), isLate: true);
            if (result is TurnResult.Done { IsRepeated: false })
            {
                imported++;
                checkpoints.Reached(Checkpoint.SweepImported);
            }

            isDone = result is TurnResult.Done or TurnResult.Spooled { IsAside: true };

            // The database is away: Twilio has them still.
            if (!isDone)
                break;
            if (MayDelete(result, files))
                deletable.Add(sms.Sid);
            else
                staying.Add(mapping.Delivery(sms.Sid));
        }

        if (imported > 0)
            LogImported(logger, imported);
        if (unreadable > 0)
            LogUnreadable(logger, unreadable);
        return isDone;
    }

    /// <summary>
    /// What lies aside has its best copy at Twilio. Files are only counted here, not fetched: deleting them, or the message that leads to
    /// them, would destroy what a child wanted somebody to see.
    /// </summary>
    private static bool MayDelete(TurnResult result, bool hasFiles) => result is TurnResult.Done && !hasFiles;

    /// <summary>The kind that counts most, as a posted text names it; a file when Twilio does not say now.</summary>
    private async Task<AttachmentKind> KindAsync(string sid)
    {
        try
        {
            var files = await MediaResource.ReadAsync(pathMessageSid: sid, client: client);
            return await Task.Run(() => files.Select(file => IncomingSms.Kind(file.ContentType ?? "")).DefaultIfEmpty(AttachmentKind.File).Min());
        }
        catch (Exception)
        {
            return AttachmentKind.File;
        }
    }

    [LoggerMessage(63, LogLevel.Warning, "{Count} texts that were never posted to us were taken from Twilio's list.")]
    private static partial void LogImported(ILogger logger, int count);

    [LoggerMessage(64, LogLevel.Warning, "{Count} messages in Twilio's list are no texts that can be read.")]
    private static partial void LogUnreadable(ILogger logger, int count);
}
