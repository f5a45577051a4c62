using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Senim.Places.Benchmark.Lines;

/// <summary>A part of the lines: one is measured by and not looked at, one may be looked at.</summary>
internal sealed class PlacePart
{
    private static readonly JsonSerializerOptions LineFormat = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private PlacePart(string name)
    {
        var bytes = Resources.Bytes(name + ".jsonl");
        Name = name;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Lines = [.. Resources.Lines(name + ".jsonl").Select(line => JsonSerializer.Deserialize<PlaceLine>(line, LineFormat)!)];
    }

    public static PlacePart Measuring { get; } = new("measuring");

    public static PlacePart Writing { get; } = new("writing");

    public string Name { get; }

    /// <summary>The hash of the file as it lies in the repository, in hex.</summary>
    public string Sha256 { get; }

    public IReadOnlyList<PlaceLine> Lines { get; }
}
