using System.ComponentModel.DataAnnotations;

namespace Senim.Intake.Evidence;

/// <summary>Settings under <c>Senim:Evidence</c>.</summary>
public sealed class EvidenceOptions
{
    public const string Section = "Senim:Evidence";

    /// <summary>Bytes of one file. Bot API, getFile: bots download up to 20 MB; the web chat takes as much.</summary>
    public const long MostFileBytes = 20 * 1024 * 1024;

    /// <summary>Folder of the sealed files; nodes that share a database share it. Empty: <c>evidence</c> in the host's data path; without a host no file is taken.</summary>
    public string Path { get; set; } = "";

    /// <summary>Bytes that stay free on its disk: with less no file is taken (0-1000000000000). Default 1000000000.</summary>
    [Range(0, 1_000_000_000_000)]
    public long LeastFreeBytes { get; set; } = 1_000_000_000;
}
