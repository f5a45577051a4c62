using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Senim.Intake;
using Twilio.Clients;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Types;
using Messages = Twilio.Base.ResourceSet<Twilio.Rest.Api.V2010.Account.MessageResource>;

namespace Senim.Bots.Channels.Sms.Sweep;

/// <summary>The messages of the last day to our number and from it, the oldest first.</summary>
internal sealed partial class MessageList(ITwilioRestClient client, IOptions<SmsOptions> options, TimeProvider clock, ILogger<MessageList> logger)
{
    /// <summary>Dealt with in one sweep; what is newer waits for the next one.</summary>
    public const int MostAtOnce = 5_000;

    /// <summary>Messages a page. Twilio gives up to 1,000, but a page must be there within the time of one call.</summary>
    public const int PageSize = 200;

    private static readonly TimeSpan Reach = TimeSpan.FromDays(1);

    private readonly PhoneNumber ours = new(options.Value.From);

    public Task<MessagesRead> ReadReceivedAsync() =>
        ReadAsync(after => MessageResource.ReadAsync(to: ours, dateSentAfter: after, pageSize: PageSize, client: client), message => message.From?.ToString());

    public Task<MessagesRead> ReadSentAsync() =>
        ReadAsync(after => MessageResource.ReadAsync(from: ours, dateSentAfter: after, pageSize: PageSize, client: client), message => message.To);

    private async Task<MessagesRead> ReadAsync(Func<DateTime, Task<Messages>> read, Func<MessageResource, string?> other)
    {
        var now = clock.NowUtc();
        var oldest = new Oldest(MostAtOnce);
        try
        {
            var messages = await read(now - Reach);

            // Further pages are read on the way, while the thread waits.
            await Task.Run(() =>
            {
                var numbers = new HashSet<string?>(StringComparer.Ordinal);
                foreach (var message in messages)
                {
                    // Twilio's list begins with the newest.
                    var isLast = message is not null && numbers.Add(other(message));
                    if ((message?.DateSent ?? message?.DateCreated)?.ToUniversalTime() is { } sent)
                        oldest.Add(new ListedMessage(message!, sent < now ? sent : now, isLast));
                }
            });
            return new MessagesRead(oldest.Take(), IsWhole: !oldest.IsOver, IsBroken: false);
        }
        catch (Exception error)
        {
            LogUnread(logger, (error is TargetInvocationException { InnerException: { } inner } ? inner : error).GetType().Name);
            return new MessagesRead(oldest.Take(), IsWhole: false, IsBroken: true);
        }
    }

    [LoggerMessage(62, LogLevel.Warning, "Twilio's list could not be read to its end ({Error}); it is tried again.")]
    private static partial void LogUnread(ILogger logger, string error);

    /// <summary>Keeps the oldest of what comes newest first.</summary>
    private sealed class Oldest(int most)
    {
        private readonly Queue<ListedMessage> kept = new();

        public bool IsOver { get; private set; }

        public void Add(ListedMessage message)
        {
            kept.Enqueue(message);
            if (kept.Count <= most)
                return;
            kept.Dequeue();
            IsOver = true;
        }

        /// <summary>By time; in the order of the list, turned round, within a second.</summary>
        public IReadOnlyList<ListedMessage> Take() => [.. kept.Reverse().OrderBy(message => message.SentUtc)];
    }
}

/// <param name="SentUtc">In whole seconds; never later than now.</param>
/// <param name="IsLast">No later one was exchanged in that direction with that number.</param>
internal sealed record ListedMessage(MessageResource Message, DateTime SentUtc, bool IsLast);

/// <param name="IsWhole">Nothing was left out.</param>
/// <param name="IsBroken">A page could not be read: older ones than these may lie behind it.</param>
internal sealed record MessagesRead(IReadOnlyList<ListedMessage> Messages, bool IsWhole, bool IsBroken);
