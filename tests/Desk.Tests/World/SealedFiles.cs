using System.Collections.Concurrent;
using Senim.Intake.Evidence;
using Senim.Intake.Signals;
using Senim.Pictures;

namespace Senim.Desk.Tests.World;

/// <summary>Stands in for the sealed files, by the rules of the real ones: what is held or of another form is absent.</summary>
internal sealed class SealedFiles : IEvidenceFiles
{
    public static readonly byte[] Content = "what the reporter sent"u8.ToArray();

    /// <summary>What the real ones make of a picture.</summary>
    public static readonly byte[] Picture = TakenPicture.Encode(SkiaSharp.SKEncodedImageFormat.Jpeg, 480, 320);

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<EvidenceItem>> files = new();

    public ConcurrentQueue<string> Marks { get; } = new();

    public void Of(Guid signal, IReadOnlyList<EvidenceItem> items) => files[signal] = items;

    public Task<OpenOutcome> OpenAsync(SignalId signal, Guid file, EvidenceForm form, CancellationToken cancellationToken)
    {
        var item = Find(signal, file);
        return Task.FromResult<OpenOutcome>(item is { IsReleased: true } && item.IsPicture != (form == EvidenceForm.Original)
            ? item.Bytes == 0 ? new OpenOutcome.CannotBeShown(item) : new OpenOutcome.Opened(item, new MemoryStream(form == EvidenceForm.Original ? Content : Picture))
            : new OpenOutcome.Absent());
    }

    public Task<int> MarkAskedAsync(SignalId signal, CancellationToken cancellationToken)
    {
        Marks.Enqueue("asked");
        return Task.FromResult(1);
    }

    public Task<HeardOutcome> MarkHeardAsync(SignalId signal, Guid file, CancellationToken cancellationToken)
    {
        if (Find(signal, file) is not { IsReleased: true } item)
            return Task.FromResult<HeardOutcome>(new HeardOutcome.Absent());
        Marks.Enqueue($"heard {item.Number}");
        return Task.FromResult<HeardOutcome>(new HeardOutcome.Done(item.Number));
    }

    private EvidenceItem? Find(SignalId signal, Guid file) => files.GetValueOrDefault(signal.Value)?.FirstOrDefault(item => item.Id == file);
}
