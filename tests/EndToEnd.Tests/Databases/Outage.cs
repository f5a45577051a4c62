namespace Senim.EndToEnd.Tests.Databases;

/// <summary>How a server database is not there.</summary>
public enum Outage
{
    /// <summary>Every connection ends and no new one is accepted, as when the server or the network has died.</summary>
    Unreachable,

    /// <summary>The server ends every session and lets nobody into this database, as before it is moved or restored.</summary>
    Closed,
}
