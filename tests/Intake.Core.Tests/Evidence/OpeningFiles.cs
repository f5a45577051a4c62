using Microsoft.EntityFrameworkCore;
using Senim.Intake.Evidence;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Pictures;

namespace Senim.Intake.Core.Tests.Evidence;

/// <summary>What comes out of the sealed store, and to what it leads when it is held, erased or somebody else's.</summary>
public sealed class OpeningFiles : IAsyncLifetime
{
    private EvidenceBench bench = null!;

    public async Task InitializeAsync() => bench = await EvidenceBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_picture_opens_clean_and_never_as_it_came()
    {
        var (signal, file) = await StoredAsync(TakenPicture.Jpeg("Zqmarker"));

        Assert.Empty(WrittenBeside.Find((await ReadAsync(signal, file, EvidenceForm.Clear))!));
        Assert.Empty(WrittenBeside.Find((await ReadAsync(signal, file, EvidenceForm.Blurred))!));
        Assert.Null(await ReadAsync(signal, file, EvidenceForm.Original));
    }

    [Fact]
    public async Task Anything_else_opens_as_it_came_and_never_as_a_picture()
    {
        byte[] voice = [.. "OggS"u8, .. new byte[200_000]];
        var (signal, file) = await StoredAsync(voice);

        Assert.Equal(voice, await ReadAsync(signal, file, EvidenceForm.Original));
        Assert.Null(await ReadAsync(signal, file, EvidenceForm.Clear));
        Assert.Null(await ReadAsync(signal, file, EvidenceForm.Blurred));
    }

    [Fact]
    public async Task A_later_word_holds_again_what_was_open()
    {
        var (signal, file) = await StoredAsync(TakenPicture.Jpeg("Zqmarker"));
        Assert.NotNull(await ReadAsync(signal, file, EvidenceForm.Clear));

        await using (var db = bench.Db())
            await db.Signals.ExecuteUpdateAsync(set => set.SetProperty(row => row.Categories, "bullying,sexual"));

        Assert.Null(await ReadAsync(signal, file, EvidenceForm.Clear));
        Assert.Null(await ReadAsync(signal, file, EvidenceForm.Blurred));
        Assert.IsType<HeardOutcome.Absent>(await bench.Get<IEvidenceFiles>().MarkHeardAsync(new SignalId(signal), file, CancellationToken.None));

        // Nothing was made of it that could lie about.
        Assert.Single(Directory.GetFiles(bench.Files));
        var listed = Assert.Single((await bench.Get<ISignalReader>().OpenAsync(new SignalId(signal), CancellationToken.None))!.Evidence);
        Assert.Equal((HoldReason.Named, false), (listed.Held, listed.IsReleased));
    }

    [Fact]
    public async Task Without_words_it_opens_once_the_reporter_was_asked_and_later_ones_wait_again()
    {
        var (signal, file) = await StoredAsync([.. "OggS"u8, 1], hasWords: false);
        Assert.Null(await ReadAsync(signal, file, EvidenceForm.Original));

        Assert.Equal(1, await bench.Get<IEvidenceFiles>().MarkAskedAsync(new SignalId(signal), CancellationToken.None));
        Assert.Equal(0, await bench.Get<IEvidenceFiles>().MarkAskedAsync(new SignalId(signal), CancellationToken.None));

        Assert.NotNull(await ReadAsync(signal, file, EvidenceForm.Original));
    }

    [Fact]
    public async Task Without_words_it_opens_once_staff_asked_something_and_what_the_service_asks_does_not_count()
    {
        var (signal, file) = await StoredAsync([.. "OggS"u8, 1], hasWords: false);
        var asked = bench.Clock.NowUtc().AddMinutes(1);
        await using var db = bench.Db();
        db.Add(new QuestionRow { Id = Guid.CreateVersion7(), SignalId = signal, Code = QuestionCodes.Closing, AskedUtc = asked });
        await db.SaveChangesAsync();
        Assert.Null(await ReadAsync(signal, file, EvidenceForm.Original));

        db.Add(new QuestionRow { Id = Guid.CreateVersion7(), SignalId = signal, Code = QuestionCodes.Where, AskedBy = "officer", AskedUtc = asked });
        await db.SaveChangesAsync();

        Assert.NotNull(await ReadAsync(signal, file, EvidenceForm.Original));
        Assert.True(Assert.Single((await bench.Get<ISignalReader>().OpenAsync(new SignalId(signal), CancellationToken.None))!.Evidence).IsReleased);
    }

    [Fact]
    public async Task It_is_heard_once()
    {
        var (signal, file) = await StoredAsync([.. "OggS"u8, 1]);
        var files = bench.Get<IEvidenceFiles>();

        Assert.Equal(new HeardOutcome.Done(1), await files.MarkHeardAsync(new SignalId(signal), file, CancellationToken.None));
        Assert.IsType<HeardOutcome.Already>(await files.MarkHeardAsync(new SignalId(signal), file, CancellationToken.None));
        Assert.True(Assert.Single((await bench.Get<ISignalReader>().OpenAsync(new SignalId(signal), CancellationToken.None))!.Evidence).IsHeard);
    }

    [Fact]
    public async Task Another_signal_s_file_an_unfetched_one_and_none_are_absent()
    {
        var (signal, file) = await StoredAsync([.. "OggS"u8, 1]);
        var (other, _) = await StoredAsync([.. "OggS"u8, 2]);
        var (waiting, unfetched) = await bench.SignalAsync();

        Assert.Null(await ReadAsync(other, file, EvidenceForm.Original));
        Assert.Null(await ReadAsync(signal, Guid.NewGuid(), EvidenceForm.Original));
        Assert.Null(await ReadAsync(waiting.Id, unfetched.Id, EvidenceForm.Original));
        Assert.NotNull(await ReadAsync(signal, file, EvidenceForm.Original));
    }

    [Fact]
    public async Task Once_the_key_is_destroyed_nothing_opens_and_the_sweep_takes_it_off_the_disk()
    {
        var (signal, file) = await StoredAsync([.. "OggS"u8, 1]);
        var (kept, keptFile) = await StoredAsync([.. "OggS"u8, 2]);
        await using (var db = bench.Db())
        {
            var key = (await db.Signals.SingleAsync(row => row.Id == signal)).DataKeyId;
            await db.DataKeys.Where(row => row.Id == key).ExecuteDeleteAsync();
        }

        Assert.Null(await ReadAsync(signal, file, EvidenceForm.Original));
        Assert.Equal(1, await bench.Sweep().RunAsync(CancellationToken.None));

        Assert.Single(Directory.GetFiles(bench.Files));
        Assert.NotNull(await ReadAsync(kept, keptFile, EvidenceForm.Original));
        await using (var db = bench.Db())
            Assert.Equal([keptFile], await db.Evidence.Select(row => row.Id).ToListAsync());
    }

    [Fact]
    public async Task A_file_that_no_row_names_goes_after_a_week()
    {
        await StoredAsync([.. "OggS"u8, 1]);
        await using (var sealing = bench.Folder.Begin(10))
            await sealing.CompleteAsync(CancellationToken.None);

        bench.Clock.Ahead = TimeSpan.FromDays(6.9);
        Assert.Equal(0, await bench.Sweep().RunAsync(CancellationToken.None));
        bench.Clock.Ahead = TimeSpan.FromDays(7.1);
        Assert.Equal(1, await bench.Sweep().RunAsync(CancellationToken.None));

        Assert.Single(Directory.GetFiles(bench.Files));
    }

    private async Task<(Guid Signal, Guid File)> StoredAsync(byte[] content, bool hasWords = true)
    {
        bench.Source.Content = content;
        var (signal, file) = await bench.SignalAsync(hasWords: hasWords);
        await bench.FetchAsync();
        return (signal.Id, file.Id);
    }

    private async Task<byte[]?> ReadAsync(Guid signal, Guid file, EvidenceForm form)
    {
        if (await bench.Get<IEvidenceFiles>().OpenAsync(new SignalId(signal), file, form, CancellationToken.None) is not OpenOutcome.Opened opened)
            return null;
        await using var content = opened.Content;
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        return read.ToArray();
    }
}
