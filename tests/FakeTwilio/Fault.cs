namespace Senim.FakeTwilio;

/// <summary>What goes wrong with the next calls of the API that it fits. A null fits every one.</summary>
public sealed record Fault
{
    /// <summary>"GET", "POST" or "DELETE".</summary>
    public string? Method { get; init; }

    /// <summary>To whom a message is sent.</summary>
    public string? To { get; init; }

    /// <summary>How many calls it spoils.</summary>
    public int Times { get; init; } = 1;

    internal FaultKind Kind { get; private init; }

    internal int Status { get; private init; }

    internal int Code { get; private init; }

    internal string Message { get; private init; } = string.Empty;

    internal TimeSpan Wait { get; private init; }

    /// <summary>A refusal in Twilio's form; nothing is carried out.</summary>
    public static Fault Refuse(int status, int code, string message) => new() { Kind = FaultKind.Refuse, Status = status, Code = code, Message = message };

    /// <summary>429 with code 20429.</summary>
    public static Fault TooManyRequests() => Refuse(429, 20429, "Too Many Requests");

    /// <summary>A page of a gateway instead of JSON; nothing is carried out.</summary>
    public static Fault Page(int status = 503) => new() { Kind = FaultKind.Page, Status = status };

    /// <summary>No answer until the caller gives up or the server stops; nothing is carried out.</summary>
    public static Fault Hang() => new() { Kind = FaultKind.Hang };

    /// <summary>The connection breaks before anything is carried out.</summary>
    public static Fault DropRequest() => new() { Kind = FaultKind.DropRequest };

    /// <summary>The call is carried out, then the connection breaks.</summary>
    public static Fault DropAnswer() => new() { Kind = FaultKind.DropAnswer };

    /// <summary>The call is carried out after a wait.</summary>
    public static Fault Delay(TimeSpan wait) => new() { Kind = FaultKind.Delay, Wait = wait };
}

internal enum FaultKind
{
    Refuse,
    Page,
    Hang,
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
    public Fault? Take(string method, string? to)
    {
        var index = _faults.FindIndex(planned => (planned.Fault.Method ?? method) == method && (planned.Fault.To is null || planned.Fault.To == to));
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
