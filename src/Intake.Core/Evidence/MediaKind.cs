namespace Senim.Intake.Evidence;

/// <summary>What a reporter sent, as their channel names it. What it really is, its content says (<see cref="FileType"/>).</summary>
public enum MediaKind
{
    Voice,
    Picture,
    Video,
    File,
}
