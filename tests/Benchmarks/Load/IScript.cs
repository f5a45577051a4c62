namespace Senim.Benchmarks.Load;

/// <summary>A conversation as a series of requests; each one that begins is another person's.</summary>
internal interface IScript
{
    /// <summary>Turns in one conversation.</summary>
    int Turns { get; }

    /// <summary>The whole request of one turn.</summary>
    byte[] Request(long person, int turn);
}
