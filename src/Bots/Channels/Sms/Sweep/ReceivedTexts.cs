using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
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
    IFilesHere filesHere,
    ICheckpoints checkpoints,
    TimeProvider clock,
    ILogger<ReceivedTexts> logger)
{
    /// <summary>So long a text is left to its webhook, which Twilio waits for up to 15 seconds, and whose answer is the better one.</summary>
    public static readonly TimeSpan LeftToWebhook = TimeSpan.FromMinutes(1);

    /// <summary>Texts that stay in the list although they were dealt with. Another process asks the database about them once.</summary>
    private readonly HashSet<DeliveryKey> staying = [];

    /// <param name="deletable">Texts that Twilio need not keep are added to it.</param>
    /// <returns>False when something was left to be tried soon.</returns>
    public async Task<bool> TakeAsync(MessagesRead list, List<StoredMessage> deletable, CancellationToken cancellationToken)
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
            var count = ListedText.Files(listed.Message) ?? 0;
            var media = count == 0 ? [] : await MediaAsync(sms.Sid);
            if (count > 0)
                sms = sms with { File = media.Select(file => file.Kind).DefaultIfEmpty(AttachmentKind.File).Min(), Media = media };
            var result = await runner.RunAsync(mapping.Map(sms, listed.SentUtc, isLive: false), isLate: true);
            if (result is TurnResult.Done { IsRepeated: false })
            {
                imported++;
                checkpoints.Reached(Checkpoint.SweepImported);
            }

            isDone = result is TurnResult.Done or TurnResult.Spooled { IsAside: true };

            // The database is away: Twilio has them still.
            if (!isDone)
                break;
            switch (result is TurnResult.Done ? await FilesAsync(sms, count, cancellationToken) : Files.Stay)
            {
                case Files.AreHere:
                    deletable.Add(new StoredMessage(sms.Sid, [.. media.Select(file => file.Sid)]));
                    break;
                case Files.Stay:
                    staying.Add(mapping.Delivery(sms.Sid));
                    break;
            }
        }

        if (imported > 0)
            LogImported(logger, imported);
        if (unreadable > 0)
            LogUnreadable(logger, unreadable);
        return isDone;
    }

    /// <summary>
    /// Nothing is deleted before it lies here: deleting the message that leads to a file would destroy what a child wanted somebody to see. What
    /// lies aside has its best copy at Twilio.
    /// </summary>
    private async Task<Files> FilesAsync(IncomingSms sms, int count, CancellationToken cancellationToken)
    {
        if (count == 0)
            return Files.AreHere;

        // Not all of them can be fetched, or deleted one by one, where Twilio did not name them all.
        var wanted = sms.Media.Count(file => file.Kind != AttachmentKind.Ornament);
        if (sms.Media.Count != count)
            return Files.Stay;
        return await filesHere.AreAllStoredAsync(mapping.Delivery(sms.Sid), wanted, cancellationToken) ? Files.AreHere : Files.Come;
    }

    /// <summary>What Twilio says of the files; none when it does not say now.</summary>
    private async Task<IReadOnlyList<SmsMedia>> MediaAsync(string sid)
    {
        try
        {
            var files = await MediaResource.ReadAsync(pathMessageSid: sid, client: client);
            return await Task.Run<IReadOnlyList<SmsMedia>>(() =>
                [.. files.Where(file => SmsMedia.IsSid(file.Sid)).Select(file => new SmsMedia(sid, file.Sid, IncomingSms.Kind(file.ContentType ?? "")))]);
        }
        catch (Exception)
        {
            return [];
        }
    }

    private enum Files
    {
        AreHere,

        /// <summary>On their way: looked at again at the next sweep.</summary>
        Come,

        /// <summary>The message stays at Twilio.</summary>
        Stay,
    }

    [LoggerMessage(63, LogLevel.Warning, "{Count} texts that were never posted to us were taken from Twilio's list.")]
    private static partial void LogImported(ILogger logger, int count);

    [LoggerMessage(64, LogLevel.Warning, "{Count} messages in Twilio's list are no texts that can be read.")]
    private static partial void LogUnreadable(ILogger logger, int count);
}
