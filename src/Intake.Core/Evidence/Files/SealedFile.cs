namespace Senim.Intake.Evidence.Files;

/// <summary>A file that lies sealed on the disk. Whoever holds this can read it: it is only ever stored sealed.</summary>
/// <param name="Name">In the folder of evidence; random.</param>
/// <param name="Key">The file's own key.</param>
/// <param name="Sha256">Of the original.</param>
/// <param name="Bytes">Of the original.</param>
/// <param name="Type">By its content.</param>
public sealed record SealedFile(string Name, byte[] Key, byte[] Sha256, long Bytes, FileType Type)
{
    /// <summary>No part of it belongs into a log.</summary>
    public override string ToString() => nameof(SealedFile);
}
