namespace Senim.Intake.Notes;

/// <summary>A note of staff: whose and when in clear, what it says sealed with the signal's data key.</summary>
public sealed class CaseNoteRow
{
    public Guid Id { get; set; }

    public Guid SignalId { get; set; }

    public Guid DataKeyId { get; set; }

    /// <summary>Id of the account.</summary>
    public string WrittenBy { get; set; } = "";

    public DateTime WrittenUtc { get; set; }

    /// <summary>A <see cref="CaseNote"/>, sealed.</summary>
    public byte[] Content { get; set; } = [];
}
