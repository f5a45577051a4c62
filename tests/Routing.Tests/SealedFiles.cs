using Senim.Intake.Evidence;
using Senim.Intake.Signals;

namespace Senim.Routing.Tests;

/// <summary>The intake side's files: each signal has one, released, whatever its id.</summary>
internal sealed class SealedFiles : IEvidenceFiles
{
    public List<string> Asked { get; } = [];

    public bool IsHeard { get; set; }

    public Task<OpenOutcome> OpenAsync(SignalId signal, Guid file, EvidenceForm form, CancellationToken cancellationToken)
    {
        Asked.Add($"{form} {signal}");
        return Task.FromResult<OpenOutcome>(new OpenOutcome.Opened(
            new EvidenceItem { Id = file, Number = 3, Kind = MediaKind.Voice, State = EvidenceState.Stored, Type = FileType.Ogg, ReceivedUtc = default },
            new MemoryStream([1, 2, 3])));
    }

    public Task<int> MarkAskedAsync(SignalId signal, CancellationToken cancellationToken)
    {
        Asked.Add($"asked {signal}");
        return Task.FromResult(2);
    }

    public Task<HeardOutcome> MarkHeardAsync(SignalId signal, Guid file, CancellationToken cancellationToken)
    {
        Asked.Add($"heard {signal}");
        return Task.FromResult<HeardOutcome>(IsHeard ? new HeardOutcome.Already() : new HeardOutcome.Done(3));
    }
}
