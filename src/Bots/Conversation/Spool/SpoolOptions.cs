using System.ComponentModel.DataAnnotations;

namespace Senim.Bots.Conversation.Spool;

/// <summary>Settings under <c>Senim:Spool</c>.</summary>
public sealed class SpoolOptions
{
    public const string Section = "Senim:Spool";

    /// <summary>Folder of the spool, of this node alone. Empty: <c>spool</c> in the host's data path; without a host there is none.</summary>
    public string Path { get; set; } = "";

    /// <summary>Bytes that may lie in the spool before it counts as full (1 KB to 1 TB). Default 1 GB: some 700,000 texts.</summary>
    [Range(1_000, 1_000_000_000_000)]
    public long MostBytes { get; set; } = 1_000_000_000;
}
