namespace Senim.Routing.Links;

/// <summary>Two items that may be of one matter: their ids and a score, nothing of what they say.</summary>
public sealed class CaseLinkRow
{
    /// <summary>The one that came first in the order of ids; a pair stands here once.</summary>
    public Guid FirstId { get; init; }

    public Guid SecondId { get; init; }

    /// <summary>From 0 to 100; 0 for a pair that only staff saw.</summary>
    public int Score { get; set; }

    public LinkState State { get; set; }

    /// <summary>Id of the account that said what they are; null while nobody did.</summary>
    public string? SaidBy { get; set; }

    public DateTime AtUtc { get; set; }

    public static CaseLinkRow Of(Guid one, Guid other) => one.CompareTo(other) < 0
        ? new CaseLinkRow { FirstId = one, SecondId = other }
        : new CaseLinkRow { FirstId = other, SecondId = one };

    public Guid Other(Guid itemId) => FirstId == itemId ? SecondId : FirstId;
}

public enum LinkState
{
    /// <summary>Likely of one matter; nobody has said so.</summary>
    Likely = 0,

    Linked = 1,

    /// <summary>Staff said that they are not of one matter.</summary>
    Apart = 2,
}
