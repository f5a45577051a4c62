using System.Net;
using Microsoft.EntityFrameworkCore;
using Senim.EndToEnd.Tests.Harness;
using Senim.FakeBotApi;
using Senim.Intake.Checkpoints;
using Senim.Intake.Evidence;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Privacy;
using Senim.Pictures;

namespace Senim.EndToEnd.Tests.Evidence;

/// <summary>What a child sends from the chat reaches the desk: once, sealed, held until it may be seen, and then without what the phone wrote beside it.</summary>
public sealed class TheWayOfAFile : IDisposable
{
    private const long Chat = 5_500_001;
    private const int Killed = 128 + 9;
    private const string Mark = "Zqmarker";
    private const string Caption = "это синяк, он был вчера вечером после школы";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly HostFolder folder = new();

    [Fact]
    public async Task A_picture_is_held_until_the_child_has_told_all_and_then_shown_without_place_and_time()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var host = await HostProcess.StartAsync(HostSettings.For(folder).Polling(telegram));
        var child = new TelegramReporter(telegram, Chat);
        await child.StartAsync();
        await child.PressAsync("danger:danger");
        await child.WaitForAsync("danger:mute");
        telegram.SendPhoto(Chat, Caption, TakenPicture.Jpeg(Mark, turned: true));
        var file = await StoredAsync();

        // Sent at once, since there is danger; nobody knows yet what it is about.
        using (var national = await DeskClient.SignInAsync(host, "national"))
        {
            var entry = Assert.Single(await national.WaitForQueueAsync(1));
            Assert.Contains("Закрыто, пока человек не закончит рассказ.", await national.ReadAsync(entry), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await national.GetAsync(entry, $"files/{file.Id}/blurred")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await national.GetAsync(entry, $"files/{file.Id}/clear")).StatusCode);
        }

        await child.TypeAsync("Тараз");
        await child.PressAsync("confirm:yes");
        await child.WaitForAsync("receipt:place");

        using var officer = await DeskClient.SignInAsync(host, "taraz");
        using var stranger = await DeskClient.SignInAsync(host, "almaly");
        var own = Assert.Single(await officer.WaitForQueueAsync(1));
        await UntilAsync(async () => (await officer.ReadAsync(own)).Contains($"/files/{file.Id}", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(own, $"files/{file.Id}/clear")).StatusCode);
        foreach (var form in new[] { "blurred", "clear" })
        {
            using var answer = await officer.GetAsync(own, $"files/{file.Id}/{form}");
            var shown = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(("image/jpeg", FileType.Jpeg), (answer.Content.Headers.ContentType!.MediaType, FileTypes.Detect(shown)));
            Assert.Empty(WrittenBeside.Find(shown));
        }

        Assert.Contains("открыт файл: 1", await officer.ReadAsync(own), StringComparison.Ordinal);

        // A later word holds it again.
        await child.TypeAsync("он меня изнасиловал");
        await UntilAsync(async () => (await officer.GetAsync(own, $"files/{file.Id}/clear")).StatusCode == HttpStatusCode.NotFound);
        Assert.Contains("сексуальное насилие", await officer.ReadAsync(own), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_note_without_words_is_urgent_and_opens_to_its_officer_once_the_child_was_asked()
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        await using var host = await HostProcess.StartAsync(HostSettings.For(folder).Polling(telegram));
        var child = new TelegramReporter(telegram, Chat);
        byte[] voice = [.. "OggS"u8, .. new byte[120_000]];
        await child.StartAsync();
        await child.PressAsync("language:ru");
        await child.PressAsync("safe:safe");
        await child.PressAsync("forwhom:me");
        await child.PressAsync("what:other");
        await child.PressAsync("what:done");
        await child.WaitForAsync("story:done");
        telegram.SendVoice(Chat, content: voice);
        await child.PressAsync("story:done");
        await child.PressAsync("when:skip");
        await child.PressAsync("ongoing:skip");
        await child.WaitForAsync("place:list");
        await child.TypeAsync("Тараз");
        await child.PressAsync("confirm:yes");
        foreach (var question in new[] { "age", "offender", "recuse", "contact" })
            await child.PressAsync($"{question}:skip");
        await child.PressAsync("review:send");
        await child.WaitForAsync("receipt:place");
        var file = await StoredAsync();

        using var officer = await DeskClient.SignInAsync(host, "taraz");
        var own = Assert.Single(await officer.WaitForQueueAsync(1));
        Assert.Equal("urgent", own.Urgency);
        await officer.AcknowledgeAsync(own);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.SendAsync(own, $"files/{file.Id}/download")).StatusCode);
        using (await officer.SendAsync(own, "files/asked"))
        using (var answer = await officer.SendAsync(own, $"files/{file.Id}/download"))
        {
            Assert.Equal(voice, await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(("audio/ogg", $"{own.Reference}-1.ogg"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
        }

        Assert.Contains("Этого ещё никто не слышал", await officer.ReadAsync(own), StringComparison.Ordinal);
        using (await officer.SendAsync(own, $"files/{file.Id}/heard"))
        {
        }

        var page = await officer.ReadAsync(own);
        Assert.DoesNotContain("Этого ещё никто не слышал", page, StringComparison.Ordinal);
        Assert.Contains("прослушан или просмотрен файл: 1", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Checkpoint.AfterCommit), 3)]
    [InlineData(nameof(Checkpoint.EvidenceFetched), 1)]
    [InlineData(nameof(Checkpoint.EvidenceStored), 1)]
    public async Task A_node_that_is_killed_in_between_has_it_once_afterwards(string checkpoint, int passes)
    {
        await using var telegram = await FakeBotApiServer.StartAsync();
        var settings = HostSettings.For(folder).Polling(telegram);
        var picture = TakenPicture.Jpeg(Mark);
        telegram.DeliverTwice = true;
        await using (var dying = HostProcess.Launch(settings.With("Senim__Development__KillAt", $"{checkpoint}:{passes}")))
        {
            var child = new TelegramReporter(telegram, Chat);
            await child.StartAsync();
            await child.PressAsync("language:ru");
            await child.WaitForAsync("safe:safe");
            telegram.SendPhoto(Chat, Caption, picture);
            var code = await dying.WaitForExitAsync();
            Assert.True(code == Killed, $"The host ended with {code} instead of being killed at {checkpoint}.{Environment.NewLine}{dying.Tail()}");
        }

        await using var host = await HostProcess.StartAsync(settings);
        var file = await StoredAsync();
        await using var stores = new NodeStores(folder);
        await stores.WaitUntilDrainedAsync(Patience);

        Assert.Equal(picture, await ReadAsync(stores, file));
        Assert.DoesNotContain(Directory.GetFiles(folder.File("evidence")), path => path.EndsWith(".part", StringComparison.Ordinal));
        if (checkpoint != nameof(Checkpoint.EvidenceFetched))
            Assert.Single(Directory.GetFiles(folder.File("evidence")));
    }

    [FullDiskFact]
    public async Task A_file_that_finds_the_disk_full_leaves_nothing_and_comes_when_there_is_room()
    {
        await using var host = await HostProcess.StartAsync(HostSettings.For(folder) with { MeetsFullDisk = true });
        using var child = new WebReporter(host);
        await child.StartAsync();
        await child.PressAsync("language:en");
        await child.WaitForAsync("safe:safe");
        byte[] picture = [.. TakenPicture.Jpeg(Mark), .. new byte[1_000_000]];

        await host.FillDiskAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await child.UploadAsync(null, "x", picture));
        Assert.Empty(Directory.GetFiles(folder.File("evidence")));
        await host.FreeDiskAsync();

        Assert.Equal(HttpStatusCode.OK, await child.UploadAsync(null, "x", picture));
        var file = await StoredAsync();
        await using var stores = new NodeStores(folder);
        Assert.Equal(picture, await ReadAsync(stores, file));
    }

    public void Dispose() => folder.Dispose();

    private async Task<EvidenceRow> StoredAsync()
    {
        EvidenceRow? file = null;
        await UntilAsync(async () =>
        {
            if (!File.Exists(folder.File("intake.db")) || !Directory.Exists(folder.Keys))
                return false;
            await using var stores = new NodeStores(folder);
            await using var db = stores.Intake();
            file = await db.Evidence.AsNoTracking().SingleOrDefaultAsync();
            return file?.State == EvidenceState.Stored;
        });
        return file!;
    }

    private async Task<byte[]> ReadAsync(NodeStores stores, EvidenceRow row)
    {
        await using var db = stores.Intake();
        var wrapped = await db.DataKeys.SingleAsync(key => key.Id == row.DataKeyId);
        var keys = KeyFolder.Load(folder.Keys, content: true, addressAndLookup: false, mayCreate: false);
        var file = EvidenceRows.OpenFile(DataKey.Unwrap(keys.Content, wrapped.Id, wrapped.Wrapped), row)!;
        var files = new EvidenceFolder(Microsoft.Extensions.Options.Options.Create(new EvidenceOptions { Path = folder.File("evidence") }));
        await using var opened = files.Open(file)!;
        using var content = new MemoryStream();
        await opened.CopyToAsync(content);
        return content.ToArray();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var until = DateTime.UtcNow + Patience; !await holds(); await Task.Delay(100))
            Assert.True(DateTime.UtcNow < until, "It did not come to pass.");
    }
}
