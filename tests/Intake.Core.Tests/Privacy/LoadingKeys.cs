using Senim.Intake.Privacy;

namespace Senim.Intake.Core.Tests.Privacy;

public sealed class LoadingKeys : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("senim-keys-").FullName;

    [Fact]
    public void A_missing_key_stops_the_start_and_names_the_file()
    {
        var error = Assert.Throws<KeyFolderException>(() => Load(mayCreate: false));
        Assert.Contains("content.key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Development_makes_them_once_for_their_owner_alone()
    {
        var value = Sealing.Seal(Load(mayCreate: true).Content, "words"u8, new SealedPlace("a", "b", "c"));
        Assert.Equal("words"u8.ToArray(), Sealing.Open(Load(mayCreate: false).Content, value, new SealedPlace("a", "b", "c")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "content.key")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("1:c2hvcnQ=")]
    [InlineData("0:dGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIGE=")]
    [InlineData("one:dGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIGE=")]
    public void A_weak_or_broken_key_stops_the_start_without_being_printed(string line)
    {
        Load(mayCreate: true);
        File.WriteAllText(Path.Combine(folder, "content.key"), line);
        var error = Assert.Throws<KeyFolderException>(() => Load(mayCreate: true));
        Assert.Contains("content.key", error.Message, StringComparison.Ordinal);
        if (line.Length > 8)
            Assert.DoesNotContain(line[2..], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_desk_node_reads_no_other_key_than_content()
    {
        Load(mayCreate: true);
        File.Delete(Path.Combine(folder, "address.key"));
        File.Delete(Path.Combine(folder, "lookup.key"));
        var ring = KeyFolder.Load(folder, content: true, addressAndLookup: false, mayCreate: false);
        Assert.NotNull(ring.Content);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private KeyRing Load(bool mayCreate) => KeyFolder.Load(folder, content: true, addressAndLookup: true, mayCreate);
}
