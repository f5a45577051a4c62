using System.Diagnostics;
using Senim.FakeTwilio.Http;
using Senim.FakeTwilio.Webhooks;
using Senim.FakeTwilio.World;

namespace Senim.FakeTwilio;

public sealed partial class FakeTwilioServer
{
    // Twilio, "Support for opt-out keywords".
    private static readonly string[] StopWords = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
    private static readonly string[] StartWords = ["START", "UNSTOP", "YES"];
    private static readonly string[] HelpWords = ["HELP", "INFO"];

    /// <summary>What the phone has received, oldest first.</summary>
    public IReadOnlyList<PhoneText> Phone(string number) => Locked(() => _world.Phone(number));

    /// <summary>Whether Twilio itself bars messages to the number, after STOP.</summary>
    public bool IsOptedOut(string number) => Locked(() => _world.OptedOut.Contains(number));

    /// <summary>
    /// A phone sends a text. It waits in the list, is posted to the webhook, and what the answer says reaches the phone before this returns.
    /// </summary>
    /// <param name="to">The account's first number unless given.</param>
    public Task<WebhookResult> SendTextAsync(
        string from, string body, string? to = null, IReadOnlyList<Attachment>? attachments = null, CancellationToken cancellationToken = default) =>
        PostAsync(Arrive(from, body, to, attachments), cancellationToken);

    /// <summary>A text that Twilio keeps and never posts, as when the webhook is down for longer than it tries. Its SID is returned.</summary>
    public string KeepText(string from, string body, string? to = null, IReadOnlyList<Attachment>? attachments = null) => Arrive(from, body, to, attachments).Sid;

    /// <summary>The same message once more, with the same SID, as after an answer that was lost.</summary>
    public Task<WebhookResult> DeliverAgainAsync(string messageSid, CancellationToken cancellationToken = default) =>
        PostAsync(Locked(() => Find(messageSid)), cancellationToken);

    /// <summary>What became of a message on its way out. Posted to its status callback; null when it has none.</summary>
    /// <param name="status">Such as "delivered", "undelivered" or "failed".</param>
    /// <param name="errorCode">Such as 30003.</param>
    public async Task<WebhookResult?> ReportStatusAsync(string messageSid, string status, int? errorCode = null, CancellationToken cancellationToken = default)
    {
        LoseStatus(messageSid, status, errorCode);
        var (form, callback) = Locked(() => (WebhookForms.Status(Find(messageSid), _world.Options), Find(messageSid).StatusCallback));
        if (callback is null)
            return null;
        var posted = await _poster.PostAsync(new Uri(callback), form, cancellationToken);
        return new WebhookResult(messageSid, posted.Status, posted.Body, posted.Attempts, [], []);
    }

    /// <summary>What became of a message is only told by the list, as when the status callback is down for longer than Twilio tries.</summary>
    public void LoseStatus(string messageSid, string status, int? errorCode = null) => Locked(() =>
    {
        var message = Find(messageSid);
        (message.Status, message.ErrorCode, message.Updated) = (status, errorCode, _world.Now);
    });

    /// <summary>The first text that fits, of those that the phone has received or receives.</summary>
    /// <exception cref="TimeoutException">None came; it tells what did.</exception>
    public async Task<PhoneText> WaitForTextAsync(string number, Func<PhoneText, bool> fits, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(fits);
        var started = Stopwatch.GetTimestamp();
        var patience = timeout ?? _world.Options.WaitTimeout;
        while (true)
        {
            var (texts, changed) = Locked(() => (_world.Phone(number), _world.Changed));
            if (texts.FirstOrDefault(fits) is { } found)
                return found;
            var rest = patience - Stopwatch.GetElapsedTime(started);
            if (rest <= TimeSpan.Zero)
                throw new TimeoutException($"No such text came. {number} has: {string.Join(" | ", texts.Select(text => text.Body))}");
            await Task.WhenAny(changed, Task.Delay(rest));
        }
    }

    private StoredMessage Find(string messageSid) =>
        _world.Find(messageSid) ?? throw new InvalidOperationException($"There is no message {messageSid}.");

    private StoredMessage Arrive(string from, string body, string? to, IReadOnlyList<Attachment>? attachments) => Locked(() =>
    {
        if (!OutgoingRules.IsNumber(from))
            throw new ArgumentException("A phone has a number in E.164.", nameof(from));
        if (body.Length > OutgoingRules.MaxBody)
            throw new ArgumentException("Longer texts arrive as several messages.", nameof(body));
        var message = _world.Add(
            (sid, sequence) => new StoredMessage
            {
                Sid = sid,
                Sequence = sequence,
                Direction = "inbound",
                From = from,
                To = to ?? Number,
                Body = body,
                Status = "received",
                Segments = SmsParts.Count(body),
                MediaCount = attachments?.Count ?? 0,
                Created = _world.Now,
                Sent = _world.Now,
            },
            attachments is { Count: > 0 } ? "MM" : "SM");
        message.Media.AddRange((attachments ?? []).Select(file => new StoredMedia(_world.NextSid("ME"), message.Sid, file, _world.Now)));
        _world.AllMedia.AddRange(message.Media.Select(media => media.Sid));
        if (_world.Options.AnswersKeywords)
            AnswerKeyword(message);
        _world.SignalChange();
        return message;
    });

    /// <summary>The word alone, in any case. The webhook is posted all the same.</summary>
    private void AnswerKeyword(StoredMessage message)
    {
        var word = message.Body.Trim().ToUpperInvariant();
        if (HelpWords.Contains(word))
            _world.Receive(Outgoing(message.To, message.From, "Reply STOP to unsubscribe. Msg&Data Rates May Apply.", null));
        else if (StartWords.Contains(word) && _world.OptedOut.Remove(message.From))
            _world.Receive(Outgoing(message.To, message.From, "You have successfully been re-subscribed.", null));
        else if (StopWords.Contains(word) && _world.OptedOut.Add(message.From))
            _world.Receive(Outgoing(message.To, message.From, "You have successfully been unsubscribed.", null));
    }

    private async Task<WebhookResult> PostAsync(StoredMessage message, CancellationToken cancellationToken)
    {
        if (_world.Options.WebhookUrl is not { } url)
            return new WebhookResult(message.Sid, 0, string.Empty, 0, [], []);
        var form = Locked(() => WebhookForms.Incoming(message, _world.Options, BaseUrl));
        var posted = await _poster.PostAsync(url, form, cancellationToken);
        return Locked(() => Follow(message, posted));
    }

    private WebhookResult Follow(StoredMessage message, PostedWebhook posted)
    {
        List<TwilioAlert> alerts = [];
        List<string> texts = [];
        if (posted.Status is < 200 or > 299)
        {
            alerts.Add(new TwilioAlert(11200, $"HTTP retrieval failure: {posted.Status}"));
        }
        else
        {
            var (answers, alert) = TwimlReader.Read(posted.ContentType, posted.Body);
            if (alert is not null)
                alerts.Add(alert);
            foreach (var answer in answers)
                Reply(message, answer, texts, alerts);
        }

        _world.Alerts.AddRange(alerts);
        return new WebhookResult(message.Sid, posted.Status, posted.Body, posted.Attempts, texts, alerts);
    }

    private void Reply(StoredMessage message, TwimlMessage answer, List<string> texts, List<TwilioAlert> alerts)
    {
        var to = answer.To ?? message.From;
        var refusal = (answer.Body.Length, _world.OptedOut.Contains(to), _world.Refused.TryGetValue(to, out var refused)) switch
        {
            (0, _, _) => new TwilioAlert(21602, "Message body is required."),
            ( > OutgoingRules.MaxBody, _, _) => new TwilioAlert(21617, "The concatenated message body exceeds the 1600 character limit"),
            (_, true, _) => new TwilioAlert(21610, "Attempt to send to unsubscribed recipient"),
            (_, _, true) => new TwilioAlert(refused.Code, refused.Message),
            _ => null,
        };
        if (refusal is not null)
        {
            alerts.Add(refusal);
            return;
        }

        _world.Receive(Outgoing(answer.From ?? message.To, to, answer.Body, answer.StatusCallback));
        texts.Add(answer.Body);
    }

    private StoredMessage Outgoing(string from, string to, string body, string? statusCallback) => _world.Add((sid, sequence) => new StoredMessage
    {
        Sid = sid,
        Sequence = sequence,
        Direction = "outbound-reply",
        From = from,
        To = to,
        Body = body,
        Status = "sent",
        Segments = SmsParts.Count(body),
        StatusCallback = statusCallback,
        Created = _world.Now,
        Sent = _world.Now,
    });
}
