using Senim.Intake.Evidence;
using Senim.Routing.Departments;

namespace Senim.Routing.Evidence;

/// <summary>
/// The files of a signal as staff open them. What lies outside the scope, is held, or is for the person alone who has the item in hand cannot
/// be told from what does not exist. Each opening stands in the item's history before anything is handed out.
/// </summary>
public interface IEvidenceDesk
{
    /// <summary>A picture, without what was written beside it.</summary>
    /// <param name="isBlurred">Only its colours; that is no opening.</param>
    Task<OpenOutcome> ShowAsync(StaffScope scope, Guid itemId, Guid file, bool isBlurred, CancellationToken cancellationToken);

    /// <summary>What is no picture, as it came: for the person who has the item in hand.</summary>
    Task<OpenOutcome> DownloadAsync(StaffScope scope, Guid itemId, Guid file, CancellationToken cancellationToken);

    /// <summary>The person who has the item in hand has asked the reporter what the files without words are.</summary>
    /// <returns>False when absent.</returns>
    Task<bool> MarkAskedAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken);

    /// <summary>The person who has the item in hand has heard or seen a file.</summary>
    /// <returns>False when absent.</returns>
    Task<bool> MarkHeardAsync(StaffScope scope, Guid itemId, Guid file, CancellationToken cancellationToken);
}
