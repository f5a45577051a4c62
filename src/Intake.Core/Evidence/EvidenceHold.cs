using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Intake.Evidence;

/// <summary>
/// Whether a file may be opened. Worked out anew from the signal as it stands each time somebody asks, and nothing made of a file is kept: what
/// the reporter adds later holds everything again from the same moment.
/// </summary>
public static class EvidenceHold
{
    /// <summary>Letters beside a file that say what it is; the same as those that triage asks for before it counts one as heard of.</summary>
    public const int FewestLetters = 20;

    private static readonly HashSet<string> NamedCategories =
        new([CategoryCodes.Code(Category.Sexual), CategoryCodes.Code(Category.Exploitation)], StringComparer.Ordinal);

    /// <summary>Signs of triage that speak of such harm, whatever category they were given, and of images that are spread or threatened with.</summary>
    private static readonly HashSet<string> NamedSigns =
        new(["sexual", "rape", "rape_recent", "grooming", "image_blackmail", "sale", "labour"], StringComparer.Ordinal);

    /// <param name="lastAskedUtc">When staff last asked the reporter something about the signal; null when they have not.</param>
    /// <returns>Null when it may be opened.</returns>
    public static HoldReason? Find(SignalRow signal, SignalContent content, EvidenceRow file, DateTime? lastAskedUtc)
    {
        ArgumentNullException.ThrowIfNull(signal);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(file);
        if (signal.Categories.Split(',').Any(NamedCategories.Contains)
            || content.Answers.Any(answer => answer.Choices.Any(NamedCategories.Contains))
            || content.Reasons.Any(reason => NamedSigns.Contains(reason.Code)))
        {
            return HoldReason.Named;
        }

        if (signal.Unparsed)
            return HoldReason.Unread;
        if (signal.Incomplete || !content.IsFinished)
            return HoldReason.Incomplete;
        return file.HasWords || file.AskedUtc is not null || lastAskedUtc > file.ReceivedUtc ? null : HoldReason.WithoutWords;
    }

    /// <summary>Whether words that came with a file say what it is.</summary>
    public static bool Tells(string? caption) => caption?.Count(char.IsLetter) >= FewestLetters;
}
