using System.Security.Cryptography;
using Senim.Triage.Benchmark.Lines;

namespace Senim.Triage.Benchmark.Tests;

/// <summary>A measuring line changes together with the hash of its file here, in plain sight, or not at all.</summary>
public sealed class Freezing
{
    private static readonly Dictionary<string, string> Sha256 = new()
    {
        ["en"] = "9802603bb50ef31412ca7279c90de68efbb1ab1332d5826c89d7edefbf07002f",
        ["kk"] = "ca2195e00c12fafffcaffb88716183d28dd021f247c0c5722cdc78c9e0692af8",
        ["latin"] = "58caf6aef3232de4791fc326cedb246564ea1465cc0554c6ec578d24b38cc580",
        ["mixed"] = "c155cdbc71f7e14fa17af5ff618d3a89ff825b3d4bb64196b4240c45f2a6d983",
        ["ru"] = "cbdb37b4243b14d06e1a9984f6b458d3d0f3c1abb5e4faeac0e7136df972d01b",
    };

    [Fact]
    public void Each_measuring_file_is_the_one_that_was_frozen() =>
        Assert.Equal(
            Sha256.OrderBy(entry => entry.Key),
            Column.Files(Part.Measuring)
                .Select(file => KeyValuePair.Create(Path.GetFileNameWithoutExtension(file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))))));
}
