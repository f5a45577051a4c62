using Senim.Routing.Departments;
using Senim.Routing.Queues;

namespace Senim.Routing.Links;

/// <summary>
/// Signals of one matter, as staff see them. Each keeps its own receipt and thread; a link only tells those who work on one of the other. What
/// lies outside the scope is absent, on either side of a link.
/// </summary>
public interface ILinkDesk
{
    /// <summary>Those linked with an item first, then those that are likely of the same matter, the likest first; empty when absent.</summary>
    Task<IReadOnlyList<LinkedCase>> ListAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken);

    /// <summary>
    /// Looks among the newest signals of the item's unit that came within 30 days of it and share a category. What was said of a pair before
    /// stands.
    /// </summary>
    /// <returns>Pairs that are likely of one matter; null when absent.</returns>
    Task<int?> LookAsync(StaffScope scope, Guid itemId, CancellationToken cancellationToken);

    /// <summary>Says that two are of one matter, or that they are not.</summary>
    /// <param name="reference">Of the other one, as staff write it.</param>
    Task<LinkOutcome> SayAsync(StaffScope scope, Guid itemId, string reference, bool areOne, CancellationToken cancellationToken);
}

/// <param name="Score">From 0 to 100, as it was found; 0 for a pair that only staff saw.</param>
/// <param name="By">Name of the person who linked them; null while nobody did.</param>
public sealed record LinkedCase(QueueLine Line, bool IsLinked, int Score, string? By);

public enum LinkOutcome
{
    Done,

    /// <summary>There is no such reference here.</summary>
    NoSuchReference,

    /// <summary>It is the item itself.</summary>
    Itself,

    NotFound,
}
