namespace Senim.Intake.Places;

/// <summary>A unit that a text may mean. <paramref name="Settlement"/> is the village or town the match came through, else null.</summary>
public sealed record PlaceCandidate(Place Unit, string? Settlement);

/// <summary>What a typed text says about the place. Nothing here is final: the person confirms or chooses.</summary>
public abstract record PlaceMatch
{
    private PlaceMatch()
    {
    }

    /// <summary>Sure enough to be offered alone for confirmation.</summary>
    public sealed record Taken(PlaceCandidate Candidate) : PlaceMatch;

    /// <summary>Two to six candidates, best first.</summary>
    public sealed record Asked(IReadOnlyList<PlaceCandidate> Candidates) : PlaceMatch
    {
        /// <summary>The first candidate is named for sure; what is open is whether the writer is there.</summary>
        public bool IsNamed { get; init; }
    }

    public sealed record None : PlaceMatch;
}
