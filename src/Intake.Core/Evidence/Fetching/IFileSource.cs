using Senim.Intake.Evidence.Files;
using Senim.Intake.Signals;

namespace Senim.Intake.Evidence.Fetching;

/// <summary>Fetches files from the channel that has them.</summary>
public interface IFileSource
{
    ChannelKind Channel { get; }

    /// <summary>Writes the file to <paramref name="destination"/>. An exception counts as <see cref="FetchResult.Retry"/>.</summary>
    /// <param name="reference">As the channel put it into <see cref="InboundFile.Reference"/>.</param>
    Task<FetchResult> FetchAsync(byte[] reference, SealingStream destination, CancellationToken cancellationToken);
}

/// <summary>What came of an attempt to fetch a file.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    public sealed record Fetched : FetchResult;

    /// <param name="After">How long to wait at least; null for the outbox's own back-off.</param>
    /// <param name="Error">What went wrong; null when the channel only asks to wait.</param>
    public sealed record Retry(TimeSpan? After = null, Exception? Error = null) : FetchResult;

    /// <summary>The channel does not have it (any more).</summary>
    public sealed record Gone : FetchResult;

    public sealed record TooLarge : FetchResult;
}

/// <summary>The channel led elsewhere than to its own servers; nothing was asked there.</summary>
public sealed class OtherHostException() : Exception("A file lies where its channel has no servers.");
