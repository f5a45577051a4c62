using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Senim.Intake.Checkpoints;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Evidence.Fetching;
using Senim.Intake.Evidence.Files;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Intake.Core.Tests.Evidence;

/// <summary>From what the outbox owes to a sealed file and its row, once, whatever goes wrong on the way.</summary>
public sealed class FetchingFiles
{
    [Fact]
    public async Task A_file_comes_once_and_its_row_knows_how_to_open_it()
    {
        await using var bench = await EvidenceBench.StartAsync();
        var (signal, file) = await bench.SignalAsync();

        await bench.FetchAsync();

        var row = await bench.RowAsync(file.Id);
        Assert.Equal((EvidenceState.Stored, FileType.Jpeg, 7L, null), (row.State, row.Type, row.Bytes, row.Reference));
        Assert.Single(Directory.GetFiles(bench.Files));
        await using var db = bench.Db();

        // The chat that held it is told that it need not any longer.
        var owed = await db.Outbox.SingleAsync();
        Assert.Equal((OutboxKind.Clean, CleanRows.FileKept, default(ConversationKey)), (owed.Kind, owed.Type, CleanRows.Conversation(owed)));
        var wrapped = await db.DataKeys.SingleAsync();
        var here = EvidenceRows.OpenFile(DataKey.Unwrap(bench.Keys.Content, wrapped.Id, wrapped.Wrapped), row)!;
        Assert.Equal(SHA256.HashData(bench.Source.Content), here.Sha256);
        Assert.Equal(signal.DataKeyId, row.DataKeyId);
    }

    [Fact]
    public async Task What_fails_is_tried_again_from_the_beginning()
    {
        await using var bench = await EvidenceBench.StartAsync();
        var (_, file) = await bench.SignalAsync();
        bench.Source.Play = async destination =>
        {
            await destination.WriteAsync(new byte[100_000]);
            throw new IOException("broken off");
        };
        await bench.FetchAsync();
        Assert.Equal(EvidenceState.Waiting, (await bench.RowAsync(file.Id)).State);
        Assert.Equal(1, await bench.OwedAsync());
        Assert.Empty(Directory.GetFiles(bench.Files));

        bench.Source.Play = null;
        bench.Clock.Ahead = TimeSpan.FromMinutes(10);
        await bench.FetchAsync();

        Assert.Equal((EvidenceState.Stored, 7L), ((await bench.RowAsync(file.Id)).State, (await bench.RowAsync(file.Id)).Bytes));
        Assert.Equal(2, bench.Source.Asked);
    }

    [Fact]
    public async Task Of_two_that_fetch_at_once_one_counts_and_the_other_leaves_nothing()
    {
        // The second goes all its way while the first has its file and not its row.
        EvidenceBench? bench = null;
        var nested = false;
        bench = await EvidenceBench.StartAsync(checkpoints: new Acting(() =>
        {
            if (nested)
                return;
            nested = true;
            var owed = bench!.Db().Outbox.AsNoTracking().Single();
            bench.Get<IEnumerable<Senim.Intake.Outbox.IOutboxHandler>>().OfType<FetchOutboxHandler>().Single().HandleAsync([owed], CancellationToken.None).GetAwaiter().GetResult();
        }));
        await using (bench)
        {
            var (_, file) = await bench.SignalAsync();
            await bench.FetchAsync();

            Assert.Equal(2, bench.Source.Asked);
            var row = await bench.RowAsync(file.Id);
            Assert.Equal([Path.Combine(bench.Files, row.FileName!)], Directory.GetFiles(bench.Files));
        }
    }

    [Fact]
    public async Task Too_large_or_gone_it_is_not_asked_for_again()
    {
        await using var bench = await EvidenceBench.StartAsync();
        var (_, large) = await bench.SignalAsync();
        bench.Source.Play = async destination =>
        {
            await destination.WriteAsync(new byte[EvidenceOptions.MostFileBytes + 1]);
            return new FetchResult.Fetched();
        };
        await bench.FetchAsync();
        Assert.Equal((EvidenceState.TooLarge, null), ((await bench.RowAsync(large.Id)).State, (await bench.RowAsync(large.Id)).Reference));

        var (_, gone) = await bench.SignalAsync();
        bench.Source.Play = _ => Task.FromResult<FetchResult>(new FetchResult.Gone());
        await bench.FetchAsync();
        Assert.Equal(EvidenceState.Waiting, (await bench.RowAsync(gone.Id)).State);
        bench.Clock.Ahead = TimeSpan.FromMinutes(5);
        await bench.FetchAsync();

        Assert.Equal(EvidenceState.Gone, (await bench.RowAsync(gone.Id)).State);
        Assert.Equal(0, await bench.OwedAsync());
        Assert.Empty(Directory.GetFiles(bench.Files));
    }

    [Fact]
    public async Task Twenty_megabytes_come()
    {
        await using var bench = await EvidenceBench.StartAsync();
        var (_, file) = await bench.SignalAsync();
        bench.Source.Content = new byte[EvidenceOptions.MostFileBytes];

        await bench.FetchAsync();

        Assert.Equal((EvidenceState.Stored, EvidenceOptions.MostFileBytes), ((await bench.RowAsync(file.Id)).State, (await bench.RowAsync(file.Id)).Bytes));
    }

    [Fact]
    public async Task Without_room_it_waits()
    {
        await using var bench = await EvidenceBench.StartAsync(options => options.LeastFreeBytes = 1_000_000_000_000);
        var (_, file) = await bench.SignalAsync();

        await bench.FetchAsync();

        Assert.Equal(EvidenceState.Waiting, (await bench.RowAsync(file.Id)).State);
        Assert.Equal((1, 0), (await bench.OwedAsync(), bench.Source.Asked));
    }

    [Fact]
    public async Task Once_the_key_is_destroyed_nothing_is_fetched()
    {
        await using var bench = await EvidenceBench.StartAsync();
        await bench.SignalAsync();
        await using (var db = bench.Db())
            await db.DataKeys.ExecuteDeleteAsync();

        await bench.FetchAsync();

        Assert.Equal((0, 0), (await bench.OwedAsync(), bench.Source.Asked));
    }

    private sealed class Acting(Action act) : ICheckpoints
    {
        public void Reached(Checkpoint checkpoint)
        {
            if (checkpoint == Checkpoint.EvidenceFetched)
                act();
        }
    }
}
