using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Turns;

/// <summary>What becomes of files on each database.</summary>
public sealed class KeepingFiles
{
    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task They_are_the_signal_s_that_has_their_key_and_go_with_it(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var folder = Directory.CreateTempSubdirectory("senim-files-").FullName;
        world.Get<IOptions<EvidenceOptions>>().Value.Path = folder;
        var (turn, key) = Told(world, Rows.Key(1));
        var (other, _) = Told(world, Rows.Key(2));
        await world.Turns.CommitAsync([turn, other], [], default);
        await File.WriteAllBytesAsync(Path.Combine(folder, new string('a', 32)), [1]);
        var signal = new SignalId(turn.Signal!.Id);

        var opened = (await world.Get<ISignalReader>().OpenAsync(signal, default))!;
        Assert.Equal([(1, EvidenceState.Waiting), (2, EvidenceState.Stored)], opened.Evidence.Select(file => (file.Number, file.State)));
        Assert.True(await world.Get<IFilesHere>().AreAllStoredAsync(turn.Delivery, 1, default));
        Assert.False(await world.Get<IFilesHere>().AreAllStoredAsync(turn.Delivery, 2, default));
        Assert.Equal(new HeardOutcome.Done(2), await world.Get<IEvidenceFiles>().MarkHeardAsync(signal, turn.Evidence[1].Id, default));
        Assert.IsType<HeardOutcome.Already>(await world.Get<IEvidenceFiles>().MarkHeardAsync(signal, turn.Evidence[1].Id, default));
        Assert.Equal(1, await world.Get<IEvidenceFiles>().MarkAskedAsync(new SignalId(other.Signal!.Id), default));

        await using var db = world.OpenIntake();
        await db.DataKeys.Where(row => row.Id == key.Id).ExecuteDeleteAsync();
        Assert.Equal(1, await world.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<EvidenceSweep>().Single().RunAsync(default));
        Assert.Empty(Directory.GetFiles(folder));
        Assert.Equal(2, await db.Evidence.CountAsync());
        Directory.Delete(folder, recursive: true);
    }

    private static (TurnWrite Turn, DataKey Key) Told(StorageWorld world, ConversationKey conversation)
    {
        var key = DataKey.Create(world.Get<KeyRing>().Content);
        var turn = Rows.First(conversation);
        turn.Conversation.DataKeyId = key.Id;
        var signal = Rows.Signal(turn);
        (signal.Incomplete, signal.Content) = (false, SignalRows.Seal(key, signal.Id, new SignalContent { IsFinished = true }));
        turn = turn with { NewDataKeys = [new DataKeyRow { Id = key.Id, Wrapped = key.Wrapped }], Signal = signal };
        var waiting = Rows.File(turn, 0);
        waiting.HasWords = conversation == Rows.Key(1);
        var stored = Rows.StoredFile(turn, 1);
        if (conversation != Rows.Key(1))
            stored.FileName = new string('b', 32);
        return (turn with { Evidence = [waiting, stored] }, key);
    }
}
