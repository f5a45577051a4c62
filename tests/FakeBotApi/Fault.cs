namespace Senim.FakeBotApi;

/// <summary>What goes wrong with the next calls that it fits. A null chat fits every chat, a null method every one but getUpdates.</summary>
public sealed record Fault
{
    public string? Method { get; init; }

    /// <summary>As a method: the download of a file, of which <see cref="DropAnswer"/> breaks off in the middle.</summary>
    public const string Download = "file";

    public long? ChatId { get; init; }

    /// <summary>How many calls it spoils.</summary>
    public int Times { get; init; } = 1;

    internal FaultKind Kind { get; private init; }

    internal int ErrorCode { get; private init; }

    internal string Description { get; private init; } = string.Empty;

    internal int? RetryAfter { get; private init; }

    internal TimeSpan Wait { get; private init; }

    /// <summary>429 with parameters.retry_after, in seconds.</summary>
    public static Fault TooManyRequests(int retryAfter) => Refuse(429, $"Too Many Requests: retry after {retryAfter}") with { RetryAfter = retryAfter };

    /// <summary>A refusal in the Bot API's form; nothing is carried out.</summary>
    public static Fault Refuse(int errorCode, string description) => new() { Kind = FaultKind.Refuse, ErrorCode = errorCode, Description = description };

    /// <summary>A page of a gateway instead of JSON; nothing is carried out.</summary>
    public static Fault BadGateway() => new() { Kind = FaultKind.BadGateway, ErrorCode = 502, Description = "Bad Gateway" };

    /// <summary>The connection breaks before anything is carried out.</summary>
    public static Fault DropRequest() => new() { Kind = FaultKind.DropRequest, ErrorCode = -1, Description = "connection dropped" };

    /// <summary>The call is carried out, then the connection breaks.</summary>
    public static Fault DropAnswer() => new() { Kind = FaultKind.DropAnswer };

    /// <summary>The call is carried out after a wait.</summary>
    public static Fault Delay(TimeSpan wait) => new() { Kind = FaultKind.Delay, Wait = wait };
}

internal enum FaultKind
{
    Refuse,
    BadGateway,
    DropRequest,
    DropAnswer,
    Delay,
}

internal sealed class FaultPlan
{
    private readonly List<(Fault Fault, int Left)> _faults = [];

    public void Add(Fault fault) => _faults.Add((fault, fault.Times));

    public void Clear() => _faults.Clear();

    /// <summary>Uses one up.</summary>
    public Fault? Take(string method, long? chatId)
    {
        var isPolling = method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase);
        var index = _faults.FindIndex(planned =>
            (planned.Fault.Method?.Equals(method, StringComparison.OrdinalIgnoreCase) ?? !isPolling)
            && (planned.Fault.ChatId is null || planned.Fault.ChatId == chatId));
        if (index < 0)
            return null;

        var (fault, left) = _faults[index];
        if (left == 1)
            _faults.RemoveAt(index);
        else
            _faults[index] = (fault, left - 1);
        return fault;
    }
}
