using System.Globalization;

namespace Senim.FakeTwilio.World;

/// <summary>Everything that the server knows. Held under <see cref="Gate"/>.</summary>
internal sealed class SmsWorld(FakeTwilioOptions options)
{
    private readonly Dictionary<string, StoredMessage> _bySid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PhoneText>> _phones = new(StringComparer.Ordinal);
    private TimeSpan _advanced;
    private long _sequence;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Lock Gate { get; } = new();

    public FakeTwilioOptions Options { get; } = options;

    public FaultPlan Faults { get; } = new();

    public List<ApiCall> Calls { get; } = [];

    public List<TwilioAlert> Alerts { get; } = [];

    /// <summary>Oldest first, deleted ones too: a page that begins behind one of those still begins there.</summary>
    public List<StoredMessage> Messages { get; } = [];

    public HashSet<string> OptedOut { get; } = new(StringComparer.Ordinal);

    /// <summary>Refusals by number.</summary>
    public Dictionary<string, (int Code, string Message)> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Where downloads are sent; to this server's own store when null.</summary>
    public string? MediaLocation { get; set; }

    public List<string> AllMedia { get; } = [];

    /// <summary>Whether each download from that store carried the account's token.</summary>
    public List<bool> SignedDownloads { get; } = [];

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow() + _advanced;

    /// <summary>Ends when the next thing happens.</summary>
    public Task Changed => _changed.Task;

    public string NextSid(string prefix) => prefix + (++_sequence).ToString("x32", CultureInfo.InvariantCulture);

    public StoredMessage Add(Func<string, long, StoredMessage> create, string prefix = "SM")
    {
        var sid = NextSid(prefix);
        var message = create(sid, _sequence);
        message.Updated = message.Created;
        Messages.Add(message);
        _bySid[sid] = message;
        return message;
    }

    /// <summary>Null when there is none any more.</summary>
    public StoredMessage? Find(string sid) => _bySid.TryGetValue(sid, out var message) && !message.Deleted ? message : null;

    /// <summary>The place of a message in the list, also when it was deleted.</summary>
    public long? SequenceOf(string sid) => _bySid.TryGetValue(sid, out var message) ? message.Sequence : null;

    public void Receive(StoredMessage message)
    {
        if (!_phones.TryGetValue(message.To, out var texts))
            _phones[message.To] = texts = [];
        texts.Add(new PhoneText(message.Sid, message.From, message.Body, message.Segments, message.Direction == "outbound-reply", Now));
        SignalChange();
    }

    public IReadOnlyList<PhoneText> Phone(string number) => _phones.TryGetValue(number, out var texts) ? [.. texts] : [];

    public void Advance(TimeSpan by) => _advanced += by;

    public void SignalChange()
    {
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }
}
