using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senim.Intake.Evidence;

namespace Senim.Bots.Tests.WebChat;

/// <summary>Files sent in the web chat lie sealed on the disk before the child is answered.</summary>
public sealed class SendingFiles : IAsyncLifetime
{
    private static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[300_000]];
    private readonly WebChatHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task They_are_kept_by_content_and_without_their_names()
    {
        using var client = await OpenAsync();

        var answer = await UploadAsync(client, "one", "photo of the broken window at school", ("text/html", "marker-name.html", Picture), ("image/jpeg", "x.jpg", "OggS voice"u8.ToArray()));

        Assert.Equal(HttpStatusCode.OK, answer);
        await using var db = host.Db();
        var rows = await db.Evidence.OrderBy(row => row.Position).ToListAsync();
        Assert.Equal(
            [(MediaKind.Picture, FileType.Png, EvidenceState.Stored, (long)Picture.Length, true), (MediaKind.Voice, FileType.Ogg, EvidenceState.Stored, 10L, true)],
            rows.Select(row => (row.Kind, row.Type, row.State, row.Bytes, row.HasWords)));
        Assert.Equal(0, await db.Outbox.CountAsync(row => row.Kind == Senim.Intake.Outbox.OutboxKind.Fetch));
        Assert.Equal(rows.Select(row => row.FileName).Order(), Directory.GetFiles(host.Files).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_repeated_upload_has_one_effect_and_leaves_one_file()
    {
        using var client = await OpenAsync();

        await UploadAsync(client, "same", null, ("image/png", "x", Picture));
        await UploadAsync(client, "same", null, ("image/png", "x", Picture));

        await using var db = host.Db();
        Assert.Equal(1, await db.Evidence.CountAsync());
        Assert.Single(Directory.GetFiles(host.Files));
    }

    [Fact]
    public async Task Twenty_megabytes_are_taken_and_more_are_told_to_be_too_much()
    {
        using var client = await OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await UploadAsync(client, "a", null, ("video/mp4", "x", new byte[EvidenceOptions.MostFileBytes])));
        Assert.Equal(HttpStatusCode.OK, await UploadAsync(client, "b", null, ("video/mp4", "x", new byte[EvidenceOptions.MostFileBytes + 1])));
        Assert.Contains("The file is too big", (string?)(await client.LinesAsync("4"))[^1]["text"], StringComparison.Ordinal);

        await using var db = host.Db();
        Assert.Equal([EvidenceState.Stored, EvidenceState.TooLarge], await db.Evidence.OrderBy(row => row.Position).Select(row => row.State).ToListAsync());
        Assert.Single(Directory.GetFiles(host.Files));
    }

    [Fact]
    public async Task Without_room_a_file_is_to_be_sent_again_and_words_beside_it_are_heard()
    {
        using var client = await OpenAsync();
        host.Services.GetRequiredService<IOptions<EvidenceOptions>>().Value.LeastFreeBytes = 1_000_000_000_000;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await UploadAsync(client, "a", null, ("image/png", "x", Picture)));
        await using var db = host.Db();
        Assert.Equal(0, await db.Evidence.CountAsync());

        Assert.Equal(HttpStatusCode.OK, await UploadAsync(client, "b", "he broke my phone", ("image/png", "x", Picture)));
        Assert.Equal(EvidenceState.NoRoom, (await db.Evidence.SingleAsync()).State);
        Assert.Empty(Directory.GetFiles(host.Files));
    }

    [Fact]
    public async Task While_the_database_is_away_they_wait_with_their_words_and_are_whole_afterwards()
    {
        using var client = await OpenAsync();
        await client.SayAsync("before");
        await using (await host.WithoutDatabaseAsync())
            Assert.Equal(HttpStatusCode.OK, await UploadAsync(client, "a", "kept words", ("image/png", "x", Picture)));

        for (var tries = 0; ; tries++)
        {
            await using var db = host.Db();
            if (await db.Evidence.AnyAsync())
                break;
            Assert.True(tries < 400, "The upload did not come out of the spool in 20 s.");
            await Task.Delay(50);
        }

        await using var after = host.Db();
        var row = await after.Evidence.SingleAsync();
        Assert.Equal((EvidenceState.Stored, FileType.Png, (long)Picture.Length), (row.State, row.Type, row.Bytes));
        Assert.Equal([row.FileName], Directory.GetFiles(host.Files).Select(Path.GetFileName));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(host.Files)!, "*", SearchOption.AllDirectories), path => path.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_hundred_further_ones_are_counted_only()
    {
        using var client = await OpenAsync();
        for (var i = 0; i < 11; i++)
            await UploadAsync(client, $"{i}", null, [.. Enumerable.Range(0, 10).Select(_ => ("image/png", "x", "tiny"u8.ToArray()))]);

        await using var db = host.Db();
        Assert.Equal(EvidenceRows.MostFiles, await db.Evidence.CountAsync());
    }

    private async Task<DirectLineClient> OpenAsync()
    {
        var client = await host.Client().OpenAsync();
        await client.PressAsync("report:language:en");
        return client;
    }

    private static async Task<HttpStatusCode> UploadAsync(DirectLineClient client, string id, string? text, params (string Type, string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        var words = text is null ? "" : $",\"text\":\"{text}\"";
        form.Add(new StringContent($"{{\"type\":\"message\"{words},\"channelData\":{{\"clientActivityID\":\"{id}\"}}}}", Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        foreach (var (type, name, content) in files)
            form.Add(new ByteArrayContent(content) { Headers = { ContentType = new(type) } }, "file", name);
        using var answer = await client.SendAsync(HttpMethod.Post, $"conversations/{client.Conversation}/upload", form);
        return answer.StatusCode;
    }
}
