using System.Net;
using Senim.Desk.Tests.World;
using Senim.Intake.Evidence;
using Senim.Routing.Queues;

namespace Senim.Desk.Tests.Pages;

/// <summary>The files of a signal: who sees that there are any, who opens them, and in which form they leave the desk.</summary>
public sealed class OpeningFiles : DeskTest
{
    private static readonly EvidenceItem Picture = Item(1, MediaKind.Picture, FileType.Jpeg);
    private static readonly EvidenceItem Voice = Item(2, MediaKind.Voice, FileType.Ogg);
    private static readonly EvidenceItem Held = Item(3, MediaKind.Picture, FileType.Png) with { Held = HoldReason.Named };
    private static readonly EvidenceItem Page = Item(4, MediaKind.File, FileType.Other);
    private static readonly EvidenceItem Broken = Item(5, MediaKind.Picture, FileType.Jpeg) with { Bytes = 0 };
    private static readonly EvidenceItem Waiting = Item(6, MediaKind.Voice, FileType.Other) with { State = EvidenceState.Waiting };
    private static readonly EvidenceItem Wordless = Item(7, MediaKind.Voice, FileType.Ogg) with { Held = HoldReason.WithoutWords };
    private static readonly EvidenceItem[] All = [Picture, Voice, Held, Page, Broken, Waiting, Wordless];

    [Fact]
    public async Task The_page_tells_of_each_file_what_it_is_and_why_it_is_held()
    {
        var line = await World.SignalAsync(files: All);
        using var client = await Desk.SignInAsync("temirtau");

        var page = WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}"));

        foreach (var words in new[]
        {
            "Recording", ", JPEG, 1.2 MB", ", OGG, 1.2 MB", "sexual violence, exploitation or images that are spread", "It is on its way.",
            "Held. Nothing says what it is.", "Open it, blurred first", "Whoever takes this signal can download it.", "Nobody has heard or seen this yet.",
        })
            Assert.Contains(words, page, StringComparison.Ordinal);

        // No picture stands on the page, and nothing offers what only the officer of the item may do.
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/download", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/heard", page, StringComparison.Ordinal);
        await World.TakeAsync("temirtau", line.ItemId);
        page = await client.ReadAsync($"/queue/{line.ItemId}");
        Assert.Contains($"/files/{Voice.Id}/download", page, StringComparison.Ordinal);
        Assert.Contains("the place and time where it was made may stand in it", page, StringComparison.Ordinal);
        Assert.Contains($"/files/{Voice.Id}/heard", page, StringComparison.Ordinal);
        Assert.Contains("/files/asked", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Held.Id}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_blurred_until_it_is_asked_for_and_opening_it_is_written_down()
    {
        var line = await World.SignalAsync(files: All);
        using var client = await Desk.SignInAsync("temirtau");
        var path = $"/queue/{line.ItemId}/files/{Picture.Id}";

        var page = await client.ReadAsync(path);
        Assert.Contains($"src=\"{path}/blurred\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{path}/clear\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{path}/blurred")).StatusCode);
        Assert.DoesNotContain("opened file", await client.ReadAsync($"/queue/{line.ItemId}"), StringComparison.Ordinal);

        Assert.Contains($"src=\"{path}/clear\"", await client.ReadAsync($"{path}?clear=true"), StringComparison.Ordinal);
        await AssertSafeAsync(await client.GetAsync($"{path}/clear"), "image/jpeg", "inline", SealedFiles.Picture);

        var history = await client.ReadAsync($"/queue/{line.ItemId}");
        Assert.Contains("opened file: 1", history, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode("Айгүл Сейітова"), WebUtility.HtmlEncode(WebUtility.HtmlDecode(history)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anything_else_leaves_as_a_file_for_the_officer_of_the_item_alone()
    {
        var line = await World.SignalAsync(files: All);
        using var client = await Desk.SignInAsync("temirtau");
        using var colleague = await Desk.SignInAsync("temirtau2");
        Assert.Equal(HttpStatusCode.NotFound, (await DownloadAsync(client, line, Voice)).StatusCode);

        await World.TakeAsync("temirtau", line.ItemId);

        await AssertSafeAsync(await DownloadAsync(client, line, Voice), "audio/ogg", $"attachment; filename=\"{line.Reference}-2.ogg\"");
        await AssertSafeAsync(await DownloadAsync(client, line, Page), "application/octet-stream", $"attachment; filename=\"{line.Reference}-4.bin\"");
        Assert.Equal(HttpStatusCode.NotFound, (await DownloadAsync(colleague, line, Voice)).StatusCode);
        Assert.Contains("opened file: 2", await client.ReadAsync($"/queue/{line.ItemId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_unfetched_absent_and_of_another_form_answer_alike()
    {
        var line = await World.SignalAsync(files: All);
        await World.TakeAsync("temirtau", line.ItemId);
        using var client = await Desk.SignInAsync("temirtau");
        foreach (var item in new[] { Held, Waiting, Wordless, Voice, Item(9, MediaKind.Picture, FileType.Jpeg) })
        {
            foreach (var part in new[] { "", "/blurred", "/clear" })
                Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/queue/{line.ItemId}/files/{item.Id}{part}")).StatusCode);
        }

        foreach (var item in new[] { Held, Waiting, Wordless, Picture, Item(9, MediaKind.Voice, FileType.Ogg) })
            Assert.Equal(HttpStatusCode.NotFound, (await DownloadAsync(client, line, item)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.GetAsync($"/queue/{line.ItemId}/files/{Broken.Id}/clear")).StatusCode);
        Assert.DoesNotContain("opened file", await client.ReadAsync($"/queue/{line.ItemId}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("balkhash", false)]
    [InlineData("semey", false)]
    [InlineData("temirtau2", true)]
    [InlineData("karaganda", true)]
    [InlineData("national", true)]
    public async Task Outside_the_own_queue_there_is_nothing(string staff, bool sees)
    {
        var line = await World.SignalAsync(files: All);
        await World.TakeAsync("temirtau", line.ItemId);
        using var client = await Desk.SignInAsync(staff);
        var root = $"/queue/{line.ItemId}/files";
        foreach (var path in new[] { $"{root}/{Picture.Id}", $"{root}/{Picture.Id}/blurred", $"{root}/{Picture.Id}/clear" })
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        foreach (var action in new[] { $"{root}/{Voice.Id}/download", $"{root}/{Voice.Id}/heard", $"{root}/asked" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitAsync("/queue", action)).StatusCode);
        Assert.Empty(World.Files.Marks);
    }

    [Fact]
    public async Task Asked_and_heard_are_marked_by_the_officer_of_the_item()
    {
        var line = await World.SignalAsync(files: All);
        await World.TakeAsync("temirtau", line.ItemId);
        using var client = await Desk.SignInAsync("temirtau");
        var page = $"/queue/{line.ItemId}";

        Assert.Equal(HttpStatusCode.SeeOther, (await client.SubmitAsync(page, $"{page}/files/asked")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await client.SubmitAsync(page, $"{page}/files/{Voice.Id}/heard")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitAsync(page, $"{page}/files/{Held.Id}/heard")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"{page}/files/asked")).StatusCode);

        Assert.Equal(["asked", "heard 2"], World.Files.Marks);
        var history = await client.ReadAsync(page);
        Assert.Contains("asked what files without words are: 1", history, StringComparison.Ordinal);
        Assert.Contains("heard or saw file: 2", history, StringComparison.Ordinal);
    }

    private static EvidenceItem Item(int number, MediaKind kind, FileType type) => new()
    {
        Id = Guid.Parse($"0197a0b0-0000-7000-8000-0000000000{number:00}"),
        Number = number,
        Kind = kind,
        Type = type,
        State = EvidenceState.Stored,
        Bytes = 1_258_291,
        ReceivedUtc = new DateTime(2026, 11, 26, 5, 0, 0, DateTimeKind.Utc),
    };

    private static Task<HttpResponseMessage> DownloadAsync(DeskClient client, QueueLine line, EvidenceItem item) =>
        client.SubmitAsync($"/queue/{line.ItemId}", $"/queue/{line.ItemId}/files/{item.Id}/download");

    private static async Task AssertSafeAsync(HttpResponseMessage answer, string type, string disposition, byte[]? content = null)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition!.ToString());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(content ?? SealedFiles.Content, await answer.Content.ReadAsByteArrayAsync());
    }
}
