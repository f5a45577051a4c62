using System.Security.Cryptography;
using Senim.Intake.Evidence;
using Senim.Intake.Evidence.Files;

namespace Senim.Intake.Core.Tests.Evidence;

/// <summary>A file on the disk: as it came for whoever has its key, noise for everybody else, and nothing else than it was.</summary>
public sealed class SealingFiles : IAsyncLifetime
{
    private const int Chunk = 64 * 1024;
    private const int Stored = Chunk + 16;
    private EvidenceBench bench = null!;

    public async Task InitializeAsync() => bench = await EvidenceBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(1_000_000)]
    public async Task Opens_as_it_was(int bytes)
    {
        var content = RandomNumberGenerator.GetBytes(bytes);

        var file = await SealAsync(content);

        Assert.Equal(content, await OpenAsync(file));
        Assert.Equal(bytes, file.Bytes);
        Assert.Equal(SHA256.HashData(content), file.Sha256);
        Assert.Equal(1 + bytes + (16 * Math.Max(1, (bytes + Chunk - 1) / Chunk)), new FileInfo(PathOf(file)).Length);
    }

    [Fact]
    public async Task Lies_on_the_disk_under_a_random_name_and_unreadable()
    {
        var word = "қызғалдақ-маркер"u8.ToArray();
        byte[] content = [.. Enumerable.Repeat(word, 10_000).SelectMany(each => each)];

        var first = await SealAsync(content);
        var second = await SealAsync(content);

        Assert.NotEqual(first.Name, second.Name);
        Assert.Equal(32, first.Name.Length);
        Assert.True((await File.ReadAllBytesAsync(PathOf(first))).AsSpan().IndexOf(word.AsSpan(0, 8)) < 0);
        Assert.NotEqual(await File.ReadAllBytesAsync(PathOf(first)), await File.ReadAllBytesAsync(PathOf(second)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf(first)));
    }

    public static TheoryData<string> Changes => new()
    {
        "a bit of the first chunk", "a bit of the last chunk", "a bit of a tag", "the form", "without the last chunk", "without the last byte", "with a byte more",
        "with a chunk more", "chunks in another order", "without a middle chunk", "empty", "of another file",
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Does_not_open_when_it_was_changed(string change)
    {
        var file = await SealAsync(RandomNumberGenerator.GetBytes((3 * Chunk) + 100));
        var other = await SealAsync(RandomNumberGenerator.GetBytes((3 * Chunk) + 100));
        var bytes = await File.ReadAllBytesAsync(PathOf(file));
        byte[] Chunks(params int[] numbers) => [.. bytes[..1], .. numbers.SelectMany(number => bytes.Skip(1 + (number * Stored)).Take(Stored))];
        var changed = change switch
        {
            "a bit of the first chunk" => Flip(bytes, 1 + 16 + 7),
            "a bit of the last chunk" => Flip(bytes, bytes.Length - 1),
            "a bit of a tag" => Flip(bytes, 1 + Stored),
            "the form" => Flip(bytes, 0),
            "without the last chunk" => Chunks(0, 1, 2),
            "without the last byte" => bytes[..^1],
            "with a byte more" => [.. bytes, 0],
            "with a chunk more" => [.. bytes, .. bytes[^Stored..]],
            "chunks in another order" => Chunks(1, 0, 2, 3),
            "without a middle chunk" => Chunks(0, 2, 3),
            "empty" => [],
            _ => await File.ReadAllBytesAsync(PathOf(other)),
        };
        await File.WriteAllBytesAsync(PathOf(file), changed);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(file));
    }

    [Fact]
    public async Task Is_not_begun_without_room_and_not_kept_when_it_is_too_large()
    {
        await using (var sealing = bench.Folder.Begin(100))
        {
            await sealing.WriteAsync(new byte[100]);
            await Assert.ThrowsAsync<IOException>(() => sealing.WriteAsync(new byte[1]).AsTask());
            Assert.True(sealing.IsTooLarge);
        }

        Assert.Empty(Directory.GetFiles(bench.Files));
        await using var full = await EvidenceBench.StartAsync(options => options.LeastFreeBytes = 1_000_000_000_000);
        Assert.Throws<IOException>(() => full.Folder.Begin(1));
    }

    [Fact]
    public async Task A_part_whose_writer_died_goes_and_one_that_is_being_written_stays()
    {
        Directory.CreateDirectory(bench.Files);
        await File.WriteAllBytesAsync(Path.Combine(bench.Files, new string('a', 32) + ".part"), new byte[10]);
        var whole = await SealAsync([1]);
        await using var writing = bench.Folder.Begin(100);

        Assert.Equal(1, bench.Folder.RemoveBegun());

        await writing.WriteAsync(new byte[] { 2 });
        Assert.Equal([2], await OpenAsync(await writing.CompleteAsync(CancellationToken.None)));
        Assert.Equal([1], await OpenAsync(whole));
    }

    [Theory]
    [InlineData("../intake.db")]
    [InlineData("/etc/passwd")]
    [InlineData("intake.db")]
    public async Task Only_names_of_its_own_are_deleted(string name)
    {
        var file = await SealAsync([1]);
        await File.WriteAllBytesAsync(Path.Combine(bench.Files, "intake.db"), [1]);

        bench.Folder.Delete(name);
        Assert.True(File.Exists(Path.Combine(bench.Files, "intake.db")));
        await using (var db = bench.Db())
            Assert.True(await db.Database.CanConnectAsync());

        bench.Folder.Delete(file.Name);
        Assert.False(File.Exists(PathOf(file)));
    }

    private async Task<SealedFile> SealAsync(byte[] content)
    {
        await using var sealing = bench.Folder.Begin(EvidenceOptions.MostFileBytes);
        foreach (var part in content.Chunk(10_007))
            await sealing.WriteAsync(part);
        return await sealing.CompleteAsync(CancellationToken.None);
    }

    private async Task<byte[]> OpenAsync(SealedFile file)
    {
        await using var opening = bench.Folder.Open(file)!;
        using var content = new MemoryStream();
        await opening.CopyToAsync(content);
        return content.ToArray();
    }

    private string PathOf(SealedFile file) => Path.Combine(bench.Files, file.Name);

    private static byte[] Flip(byte[] bytes, int at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= 1;
        return changed;
    }
}
