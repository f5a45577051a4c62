namespace Senim.Intake.Codes;

/// <summary>That there is a code for a signal; the code itself is nowhere. A new one takes the place of the one before.</summary>
public sealed class AccessCodeRow
{
    public const int HashBytes = 16;

    /// <summary>Of the code, under the lookup key.</summary>
    public byte[] Hash { get; set; } = [];

    public Guid SignalId { get; set; }

    public DateTime CreatedUtc { get; set; }
}
