using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Senim.Bots.Conversation.Spool;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Spool;

/// <summary>The spool without a host: what lies in its folder, in which order it leaves, and what it remembers of it.</summary>
public sealed class TheFilesOfTheSpool : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("senim-spool-").FullName;
    private readonly KeyRing _keys = KeyRing.Random();
    private readonly List<string> _replayed = [];
    private readonly BlindIndex _blind;

    public TheFilesOfTheSpool() => _blind = new BlindIndex(_keys);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Turns_leave_in_the_order_in_which_they_came_also_across_a_restart()
    {
        await KeepAsync(Open(), [.. Enumerable.Range(0, 20).Select(i => $"{i}")]);
        await KeepAsync(Open(), [.. Enumerable.Range(20, 20).Select(i => $"{i}")]);

        await Open().EmptyAsync(StoreAsync, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i}"), _replayed);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task What_is_stored_is_not_carried_through_again_while_one_behind_it_waits()
    {
        using (var spool = Open())
        {
            await KeepTogetherAsync(spool, ["first", "second", "third"]);
            await spool.EmptyAsync((turn, _) => Words(turn) == "second" ? Task.FromResult(false) : StoreAsync(turn, null), CancellationToken.None);
            Assert.Single(Files());
            Assert.True(spool.Holds(Conversation("third")));

            await spool.EmptyAsync(StoreAsync, CancellationToken.None);
        }

        Assert.Equal(["first", "second", "third"], _replayed);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_file_that_is_spoilt_while_it_lies_there_holds_up_no_conversation()
    {
        using var spool = Open();
        await KeepAsync(spool, "spoilt", "sound");
        await File.WriteAllTextAsync(Files()[0], "[{");

        await spool.EmptyAsync(StoreAsync, CancellationToken.None);

        Assert.Equal(["sound"], _replayed);
        Assert.False(spool.Holds(Conversation("spoilt")));
        Assert.True(spool.IsEmpty);
        Assert.True(spool.HoldsAside);
    }

    [Fact]
    public async Task Files_sealed_under_other_keys_are_put_aside_and_not_lost()
    {
        await KeepAsync(Open(), "old");

        using var spool = Open(KeyRing.Random());
        await spool.EmptyAsync(StoreAsync, CancellationToken.None);

        Assert.Empty(_replayed);
        Assert.Empty(Files());
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "aside")));
    }

    [Fact]
    public void What_was_never_finished_is_removed_at_the_start()
    {
        var begun = Path.Combine(_folder, "0000000000000001-0.turns.part");
        File.WriteAllText(begun, "[{");

        using var spool = Open();

        Assert.False(File.Exists(begun));
        Assert.True(spool.IsEmpty);
        Assert.False(spool.HoldsAside);
    }

    private TurnSpool Open(KeyRing? keys = null) => new(
        Options.Create(new SpoolOptions { Path = _folder }), keys ?? _keys, new OpenCheckpoints(), NullLogger<TurnSpool>.Instance);

    private async Task KeepAsync(TurnSpool spool, params string[] words)
    {
        await spool.StartAsync(CancellationToken.None);
        foreach (var each in words)
            Assert.True(await spool.KeepAsync(Turn(each), null));
        await spool.StopAsync(CancellationToken.None);
    }

    /// <summary>In one file: they wait when the writer starts.</summary>
    private async Task KeepTogetherAsync(TurnSpool spool, string[] words)
    {
        var kept = words.Select(each => spool.KeepAsync(Turn(each), null)).ToList();
        await spool.StartAsync(CancellationToken.None);
        Assert.DoesNotContain(false, await Task.WhenAll(kept));
        await spool.StopAsync(CancellationToken.None);
        Assert.Single(Files());
    }

    private Task<bool> StoreAsync(InboundTurn turn, byte[]? mark)
    {
        _replayed.Add(Words(turn));
        return Task.FromResult(true);
    }

    private static string Words(InboundTurn turn) => ((TurnInput.Text)turn.Input).Value;

    private ConversationKey Conversation(string words) => Turn(words).Conversation;

    private InboundTurn Turn(string words) => new()
    {
        Channel = ChannelKind.Sms,
        Conversation = _blind.Conversation(ChannelKind.Sms, words),
        Delivery = _blind.Delivery(words),
        Input = new TurnInput.Text(words),
        ReceivedUtc = DateTime.UnixEpoch,
    };

    private string[] Files() => [.. Directory.GetFiles(_folder, "*.turns").Order(StringComparer.Ordinal)];
}
