namespace Senim.Hosting.Tests.Checks;

public sealed class CheckingKeys : CheckedNodeTests
{
    [Fact]
    public async Task No_folder()
    {
        Directory.Delete(Node.Keys, recursive: true);
        await AssertLineAsync("Senim__Keys__Path", "there is no folder", "make-keys");
    }

    [Theory]
    [InlineData("content")]
    [InlineData("address")]
    [InlineData("lookup")]
    public async Task One_is_missing(string name)
    {
        File.Delete(PathOf(name));
        await AssertLineAsync("Senim__Keys__Path", $"{name}.key", "missing");
    }

    [Theory]
    [InlineData("content")]
    [InlineData("address")]
    [InlineData("lookup")]
    public async Task One_is_weak(string name)
    {
        await File.WriteAllTextAsync(PathOf(name), $"1:{Convert.ToBase64String(new byte[32])}");
        await AssertLineAsync($"{name}.key", "weak");
    }

    [Fact]
    public async Task One_can_be_read_by_others()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(PathOf("address"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        await AssertLineAsync("others than the service", "address.key", "chmod 600");
    }

    [Fact]
    public async Task Two_are_the_same()
    {
        File.Copy(PathOf("content"), PathOf("lookup"), overwrite: true);
        await AssertLineAsync("content.key and lookup.key hold the same key");
    }

    private string PathOf(string name) => Path.Combine(Node.Keys, name + ".key");
}
