namespace Senim.Routing.Queues;

/// <summary>A body to which staff pass something on.</summary>
public enum ReferralBody
{
    Police,
    Health,
    Guardianship,
    School,
    Other,
}
