using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Senim.Bots.Channels.Telegram;
using Senim.FakeBotApi;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Storage;

namespace Senim.Bots.Tests.Telegram.Files;

/// <summary>What a child sends in the chat comes from the Bot API server alone, after the child was answered.</summary>
public sealed class FetchingFiles : IAsyncLifetime
{
    private const long Chat = 51;
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, .. Enumerable.Range(0, 100_000).Select(i => (byte)i)];
    private TelegramHost host = null!;

    private FakeBotApiServer Telegram => host.Telegram;

    public async Task InitializeAsync()
    {
        // A test fetches when it wants to.
        host = await TelegramHost.ByWebhookAsync(configure: services => services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxSweep<IntakeDb>))));
        await host.Child(Chat).TypesAsync("/start");
        await host.Child(Chat).PressesAsync("English");
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public static TheoryData<string> Kinds => new() { "photo", "voice", "video", "note", "document", "audio" };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_is_answered_at_once_and_comes_afterwards(string kind)
    {
        await host.Child(Chat).SendsAsync((telegram, chat) => _ = kind switch
        {
            "photo" => telegram.SendPhoto(chat, content: Picture),
            "voice" => telegram.SendVoice(chat, content: Picture),
            "video" => telegram.SendVideo(chat, content: Picture),
            "note" => telegram.SendVideoNote(chat, content: Picture),
            "document" => telegram.SendDocument(chat, "имя-файла.jpg", Picture),
            _ => telegram.SendAudio(chat, "имя-файла.m4a", Picture),
        });

        Assert.Contains("A recording, picture or file came", host.Child(Chat).Screen.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), (Telegram.CountCalls("getFile"), Telegram.FileRequests));
        Assert.Equal(EvidenceState.Waiting, (await RowAsync()).State);

        await FetchAsync();

        var row = await RowAsync();
        Assert.Equal((EvidenceState.Stored, FileType.Jpeg, (long)Picture.Length), (row.State, row.Type, row.Bytes));
        Assert.Equal(Picture, await ReadAsync(row));
        Assert.Equal(1, Telegram.FileRequests);
    }

    [Fact]
    public async Task Of_a_photo_the_largest_size_comes_and_a_sticker_is_no_file()
    {
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendPhoto(chat, content: Picture));
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendSticker(chat));
        await FetchAsync();

        // The server numbers what it makes: the press, the thumbnail, the photo.
        Assert.Equal("AgAD-file_000003", Telegram.CallsOf("getFile").Single()["file_id"]);
        Assert.Equal((EvidenceState.Stored, MediaKind.Picture), ((await RowAsync()).State, (await RowAsync()).Kind));
    }

    [Fact]
    public async Task An_update_that_comes_twice_brings_one_file()
    {
        Telegram.DeliverTwice = true;
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendPhoto(chat, content: Picture));
        await FetchAsync();

        await RowAsync();
        Assert.Equal(1, Telegram.FileRequests);
    }

    public static TheoryData<string> OtherPlaces => new()
    {
        "../../etc/passwd", "photos/../../secret", "/etc/passwd", "/var/lib/telegram-bot-api/file.jpg", "https://elsewhere.example/file.jpg", "//elsewhere.example/file.jpg",
        "photos/file.jpg?x=1", "photos/file.jpg#x", "photos/%2e%2e/file.jpg", "photos\\file.jpg", "photos/file 1.jpg", "photos//file.jpg", "@elsewhere.example/file.jpg",
        "photos/file.jpg\n", ".", "..", "", "photos/", "photos/файл.jpg", "file:///etc/passwd", "photos/./file.jpg", ":80/file", "photos/file..jpg",
    };

    [Theory]
    [MemberData(nameof(OtherPlaces))]
    public async Task A_path_that_leads_elsewhere_is_not_followed(string path)
    {
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendPhoto(chat, content: Picture));
        Telegram.TellFilePaths(path);
        await FetchAsync();

        Assert.False(TelegramFileSource.IsPlain(path));
        Assert.Equal((1, 0), (Telegram.CountCalls("getFile"), Telegram.FileRequests));
        Assert.Equal(EvidenceState.Waiting, (await RowAsync()).State);

        // It stays owed, and comes once the server says a proper place.
        Telegram.TellFilePaths(null);
        await FetchAsync();
        Assert.Equal(EvidenceState.Stored, (await RowAsync()).State);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await FakeBotApiServer.StartAsync();
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendPhoto(chat, content: Picture));
        Telegram.RedirectFilesTo($"{elsewhere.BaseUrl}/file/bot{Telegram.Token}/photos/file_1.jpg");
        await FetchAsync();

        Assert.Equal((1, 0), (Telegram.FileRequests, elsewhere.FileRequests));
        Assert.Equal(EvidenceState.Waiting, (await RowAsync()).State);
    }

    public static TheoryData<string> Failures => new() { "getFile 500", "getFile 429", "getFile page", "getFile drop", "file 404", "file page", "file drop", "file half" };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_fails_is_asked_for_anew_link_and_all(string failure)
    {
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendPhoto(chat, content: Picture));
        var method = failure.Split(' ')[0];
        Telegram.AddFault((failure switch
        {
            "getFile 500" => Fault.Refuse(500, "Internal Server Error"),
            "getFile 429" => Fault.TooManyRequests(1),
            "getFile page" or "file page" => Fault.BadGateway(),
            "file 404" => Fault.Refuse(404, "Not Found"),
            "file half" => Fault.DropAnswer(),
            _ => Fault.DropRequest(),
        }) with { Method = method });
        await FetchAsync();
        Assert.Equal(EvidenceState.Waiting, (await RowAsync()).State);

        Telegram.ExpireFileLinks();
        await FetchAsync();

        var row = await RowAsync();
        Assert.Equal(Picture, await ReadAsync(row));
        Assert.Equal(2, Telegram.CountCalls("getFile"));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(PathOf(row))!));
    }

    [Fact]
    public async Task Twenty_megabytes_come_and_one_byte_more_does_not_and_the_child_is_told()
    {
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendVideo(chat, content: new byte[EvidenceOptions.MostFileBytes]));
        await FetchAsync();
        Assert.Equal((EvidenceState.Stored, EvidenceOptions.MostFileBytes), ((await RowAsync()).State, (await RowAsync()).Bytes));

        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendVideo(chat, content: new byte[EvidenceOptions.MostFileBytes + 1]));
        await FetchAsync();

        Assert.Contains("The file is too big", host.Child(Chat).Screen.Text, StringComparison.Ordinal);
        await using var db = host.Db();
        Assert.Equal([EvidenceState.Stored, EvidenceState.TooLarge], await db.Evidence.OrderBy(row => row.Position).Select(row => row.State).ToListAsync());
        Assert.Equal((1, 0), (Telegram.CountCalls("getFile"), await db.Outbox.CountAsync(row => row.Kind == OutboxKind.Fetch)));
    }

    [Fact]
    public async Task A_file_that_came_before_the_signal_is_the_signal_s()
    {
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendPhoto(chat, "this is where he hits me after school", Picture));
        await FetchAsync();
        Assert.Empty(await SignalsAsync());

        await host.Child(Chat).TypesAsync("SOS");

        var signal = Assert.Single(await SignalsAsync());
        var opened = await host.Get<Senim.Intake.Signals.ISignalReader>().OpenAsync(new Senim.Intake.Signals.SignalId(signal.Id), CancellationToken.None);
        var file = Assert.Single(opened!.Evidence);
        Assert.Equal((EvidenceState.Stored, HoldReason.Incomplete), (file.State, file.Held));
        Assert.True((await RowAsync()).HasWords);
    }

    [Fact]
    public async Task Leaving_destroys_what_came()
    {
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendDocument(chat, "x", Picture, "a note about the weather today, nothing else"));
        await FetchAsync();
        await host.Child(Chat).TypesAsync("/cancel");

        await using var db = host.Db();
        var row = await RowAsync();
        if (await db.Signals.AnyAsync())
            Assert.Equal((await db.Signals.SingleAsync()).DataKeyId, row.DataKeyId);
        else
            Assert.False(await db.DataKeys.AnyAsync(key => key.Id == row.DataKeyId));
    }

    [Fact]
    public async Task Neither_token_nor_name_nor_id_is_logged()
    {
        await host.Child(Chat).SendsAsync((telegram, chat) => telegram.SendDocument(chat, "имя-файла.jpg", Picture));
        Telegram.AddFault(Fault.Refuse(404, "Not Found") with { Method = Fault.Download });
        await FetchAsync();
        Telegram.TellFilePaths("https://elsewhere.example/x");
        await FetchAsync();
        Telegram.TellFilePaths(null);
        await FetchAsync();

        Assert.Equal(EvidenceState.Stored, (await RowAsync()).State);
        foreach (var secret in new[] { Telegram.Token.Split(':')[1], "имя-файла", "AgAD", "elsewhere", "documents/" })
            Assert.DoesNotContain(host.Logs.Lines, line => line.ToString().Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<EvidenceRow> RowAsync()
    {
        await using var db = host.Db();
        return await db.Evidence.AsNoTracking().SingleAsync();
    }

    private async Task<List<SignalRow>> SignalsAsync()
    {
        await using var db = host.Db();
        return await db.Signals.AsNoTracking().ToListAsync();
    }

    /// <summary>One round, whether its rows are due or not.</summary>
    private async Task FetchAsync()
    {
        await using var db = host.Db();
        var owed = await db.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKind.Fetch).ToListAsync();
        var handler = host.Get<IEnumerable<IOutboxHandler>>().Single(handler => handler.Kind == OutboxKind.Fetch);
        var results = await handler.HandleAsync(owed, CancellationToken.None);
        foreach (var (row, result) in owed.Zip(results))
        {
            if (result is not OutboxResult.Retry)
                await db.Outbox.Where(known => known.Id == row.Id).ExecuteDeleteAsync();
        }
    }

    private async Task<byte[]> ReadAsync(EvidenceRow row)
    {
        await using var db = host.Db();
        var wrapped = await db.DataKeys.SingleAsync(key => key.Id == row.DataKeyId);
        var file = EvidenceRows.OpenFile(DataKey.Unwrap(host.Get<KeyRing>().Content, wrapped.Id, wrapped.Wrapped), row)!;
        await using var opened = host.Get<Senim.Intake.Evidence.Files.EvidenceFolder>().Open(file)!;
        using var content = new MemoryStream();
        await opened.CopyToAsync(content);
        return content.ToArray();
    }

    private string PathOf(EvidenceRow row) =>
        Path.Combine(host.Get<Microsoft.Extensions.Options.IOptions<EvidenceOptions>>().Value.Path, row.FileName!);
}
