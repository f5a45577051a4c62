using Senim.Intake.Signals;

namespace Senim.Intake.Evidence;

/// <summary>The files of signals, on a node that holds the content key. Who may ask is the caller's to decide, before the call.</summary>
public interface IEvidenceFiles
{
    /// <summary>Opens a file that is the signal's and is released now.</summary>
    Task<OpenOutcome> OpenAsync(SignalId signal, Guid file, EvidenceForm form, CancellationToken cancellationToken);

    /// <summary>The reporter was asked what the files without words are: those that have come so far.</summary>
    /// <returns>How many were not marked so before.</returns>
    Task<int> MarkAskedAsync(SignalId signal, CancellationToken cancellationToken);

    /// <summary>Somebody has heard or seen a file that is released.</summary>
    Task<HeardOutcome> MarkHeardAsync(SignalId signal, Guid file, CancellationToken cancellationToken);
}

public abstract record HeardOutcome
{
    private HeardOutcome()
    {
    }

    /// <param name="Number">Of the file.</param>
    public sealed record Done(int Number) : HeardOutcome;

    public sealed record Already : HeardOutcome;

    /// <summary>There is no such file, or it is held, so that nobody can have heard it.</summary>
    public sealed record Absent : HeardOutcome;
}

/// <summary>In which form a file is opened.</summary>
public enum EvidenceForm
{
    /// <summary>A picture of which only colours are left.</summary>
    Blurred,

    /// <summary>A picture without anything that was written beside it.</summary>
    Clear,

    /// <summary>The bytes as they came; of what is no picture.</summary>
    Original,
}

public abstract record OpenOutcome
{
    private OpenOutcome()
    {
    }

    /// <param name="Content">To be disposed of by the caller.</param>
    public sealed record Opened(EvidenceItem Item, Stream Content) : OpenOutcome;

    /// <summary>It is no picture that can be read, or a larger one than is decoded here.</summary>
    public sealed record CannotBeShown(EvidenceItem Item) : OpenOutcome;

    /// <summary>There is no such file, or it is held, or it has no such form.</summary>
    public sealed record Absent : OpenOutcome;
}
