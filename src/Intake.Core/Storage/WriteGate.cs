namespace Senim.Intake.Storage;

/// <summary>
/// Where writers to the embedded database queue. It lets one in at a time, and whoever finds it busy looks again at growing distances: beside
/// one that hardly ever pauses, such as turns under load, an event could look in vain for seconds. Writers to a server do not wait here.
/// </summary>
/// <typeparam name="TDb">The context whose database it is.</typeparam>
public sealed class WriteGate<TDb>(DatabaseProvider provider) : IDisposable
{
    /// <summary>
    /// So long somebody waits here. When it takes longer, another process holds the database, and whoever is in front waits for that: a text,
    /// which Twilio gives 15 seconds, must find it out for itself.
    /// </summary>
    public static readonly TimeSpan MostWait = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim? turns = provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Returns when it is the caller's turn, in the order in which they came, or after <see cref="MostWait"/>. Not to be entered twice.</summary>
    public async Task<Pass> EnterAsync(CancellationToken cancellationToken) =>
        new(turns is not null && await turns.WaitAsync(MostWait, cancellationToken) ? turns : null);

    public void Dispose() => turns?.Dispose();

    /// <summary>Held while writing; to be disposed of once.</summary>
    public sealed class Pass(SemaphoreSlim? turns) : IDisposable
    {
        public void Dispose() => turns?.Release();
    }
}
