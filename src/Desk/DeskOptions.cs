namespace Senim.Desk;

/// <summary>What the desk needs to know of its node.</summary>
public sealed class DeskOptions
{
    /// <summary>
    /// Folder of the keys that seal session cookies and forms, shared by all desk nodes; they lie there sealed under the content key.
    /// Must be writable: a new key is made every 90 days.
    /// </summary>
    public required string SessionKeysPath { get; init; }

    /// <summary>After this long without a press or a page, a session ends. Default 30 minutes.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Wrong passwords in a row after which an account rests. Default 5.</summary>
    public int FailuresBeforeRest { get; init; } = 5;

    /// <summary>
    /// How long an account rests then: long enough to make guessing hopeless, short enough that a stranger who guesses on purpose
    /// cannot keep an officer from an emergency. Default 1 minute.
    /// </summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often an open event stream shows that it lives and looks whether its session still does. Default 15 seconds.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}
