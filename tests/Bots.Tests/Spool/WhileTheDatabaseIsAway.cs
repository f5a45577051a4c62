using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Conversation.Spool;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Sms;
using Senim.Bots.Tests.Turns;
using Senim.Intake;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Spool;

/// <summary>Texts that come while the database is away are kept on this node's disk, answered calmly, and carried through once.</summary>
public sealed class WhileTheDatabaseIsAway : IAsyncLifetime
{
    private const string Child = "+77010000051";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("senim-spool-").FullName;
    private SmsHost _host = null!;

    private string Path => System.IO.Path.Combine(_folder, "spool");

    public async Task InitializeAsync() => _host = await StartAsync();

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_text_is_answered_calmly_and_has_its_effect_once_the_database_is_back()
    {
        _host.Store.BreakAfter(0);
        var kept = await _host.Twilio.SendTextAsync(Child, "меня дразнят");
        Assert.Equal(200, kept.Status);
        Assert.Equal(KeptWords.Reply(Language.Ru, null).Text, Assert.Single(kept.Texts));
        Assert.Single(Files());

        _host.Store.BreakAfter(null);
        await EmptiedAsync();
        await _host.Twilio.SendTextAsync(Child, "send");
        Assert.Equal(["меня дразнят", "send"], await _host.StoryAsync());

        var again = await _host.Twilio.DeliverAgainAsync(kept.MessageSid);
        Assert.Equal((200, 0), (again.Status, again.Texts.Count));
        Assert.Equal(["меня дразнят", "send"], await _host.StoryAsync());
    }

    [Fact]
    public async Task What_comes_later_stays_behind_what_waits()
    {
        _host.Store.RefuseNext(1);
        for (var i = 1; i <= 5; i++)
            Assert.Equal(200, (await _host.Twilio.SendTextAsync(Child, $"line {i}")).Status);
        await EmptiedAsync();
        await _host.Twilio.SendTextAsync(Child, "send");

        Assert.Equal(["line 1", "line 2", "line 3", "line 4", "line 5", "send"], await _host.StoryAsync());
    }

    [Fact]
    public async Task Danger_is_answered_with_the_numbers_that_fit_it()
    {
        await using var host = await StartAsync(new TestFlow(), services => services.AddSingleton<Intake.Triage.ITriage>(new AlarmedTriage()));
        host.Store.BreakAfter(0);

        var kept = await host.Twilio.SendTextAsync(Child, "не хочу жить");

        Assert.Equal(KeptWords.Reply(Language.Ru, Intake.Triage.DangerForm.Self).Text, Assert.Single(kept.Texts));
    }

    [Fact]
    public async Task A_crowd_is_kept_whole()
    {
        _host.Store.BreakAfter(0);
        var children = Enumerable.Range(0, 200).Select(i => $"+7701001{i:0000}").ToList();
        var kept = await Task.WhenAll(children.Select(child => _host.Twilio.SendTextAsync(child, "меня дразнят")));
        Assert.All(kept, each => Assert.Equal(200, each.Status));

        _host.Store.BreakAfter(null);
        await EmptiedAsync();
        await using var db = _host.Db();
        Assert.Equal(children.Count, await db.Conversations.CountAsync());
    }

    [Fact]
    public async Task Nothing_of_it_can_be_read_without_the_keys()
    {
        _host.Store.BreakAfter(0);
        await _host.Twilio.SendTextAsync(Child, "marker-of-the-words");

        var bytes = await File.ReadAllTextAsync(Assert.Single(Files()));
        Assert.DoesNotContain("marker-of-the-words", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain(Child[1..], bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_spool_hands_the_text_back_and_alarms()
    {
        var path = System.IO.Path.Combine(_folder, "small");
        await using var host = await StartAsync(settings: spool => (spool.Path, spool.MostBytes) = (path, 1_000));
        host.Store.BreakAfter(0);
        Assert.Equal(200, (await host.Twilio.SendTextAsync(Child, new string('а', 1_000))).Status);

        Assert.Equal(503, (await host.Twilio.SendTextAsync(Child, "снова")).Status);
        Assert.True(host.Get<TurnSpool>().IsFailing);
        Assert.Contains(host.Logs.Lines, line => line.ToString().Contains("keeps nothing (full)", StringComparison.Ordinal));

        host.Store.BreakAfter(null);
        await EmptiedAsync(path);
        await RecoveredAsync(host);
    }

    [Fact]
    public async Task A_spool_that_cannot_be_written_hands_the_text_back_and_alarms()
    {
        var file = System.IO.Path.Combine(_folder, "no-folder");
        await File.WriteAllTextAsync(file, "");
        await using var host = await StartAsync(settings: spool => spool.Path = file);
        host.Store.BreakAfter(0);

        Assert.Equal(503, (await host.Twilio.SendTextAsync(Child, "меня дразнят")).Status);
        Assert.True(host.Get<TurnSpool>().IsFailing);

        File.Delete(file);
        await RecoveredAsync(host);
    }

    [Fact]
    public async Task A_torn_file_is_put_aside_and_holds_up_nothing()
    {
        Directory.CreateDirectory(Path);
        await File.WriteAllTextAsync(System.IO.Path.Combine(Path, "0.turns"), "[{\"dataKeyId\":");
        _host.Store.RefuseNext(1);
        await _host.Twilio.SendTextAsync(Child, "меня дразнят");
        await EmptiedAsync();

        Assert.True(_host.Get<TurnSpool>().HoldsAside);
        await _host.Twilio.SendTextAsync(Child, "send");
        Assert.Equal(["меня дразнят", "send"], await _host.StoryAsync());
    }

    [Fact]
    public async Task What_a_process_left_is_carried_through_by_the_next()
    {
        var keys = KeyRing.Random();
        var path = System.IO.Path.Combine(_folder, "of-the-dead");
        await using (var dead = await StartAsync(settings: spool => spool.Path = path, keys: keys))
        {
            dead.Store.BreakAfter(0);
            await dead.Twilio.SendTextAsync(Child, "меня дразнят");
        }

        Assert.Single(Directory.GetFiles(path));
        await using var next = await StartAsync(settings: spool => spool.Path = path, keys: keys);
        await EmptiedAsync(path);
        await using var db = next.Db();
        Assert.Equal(1, await db.Conversations.CountAsync());
    }

    [Fact]
    public async Task Where_the_conversation_has_gone_on_a_late_text_is_an_addition()
    {
        await using var host = await StartAsync(new TestFlow());
        var flow = (TestFlow)host.Get<IFlow>();
        await host.Twilio.SendTextAsync(Child, "later");
        var key = host.Key(Child);
        var early = new InboundTurn
        {
            Channel = ChannelKind.Sms,
            Conversation = key,
            Delivery = host.Get<BlindIndex>().Delivery("early"),
            Input = new TurnInput.Text("earlier"),
            ReceivedUtc = TimeProvider.System.NowUtc() - TimeSpan.FromHours(1),
        };

        Assert.True(await host.Get<TurnRunner>().ReplayAsync(early, null));
        Assert.Contains(flow.Taken, input => input is TurnInput.Text { Value: "earlier", Edited: true });
    }

    private static async Task RecoveredAsync(SmsHost host)
    {
        var until = DateTime.UtcNow + Patience;
        while (host.Get<TurnSpool>().IsFailing)
        {
            Assert.True(DateTime.UtcNow < until, "The alarm outlasts its cause.");
            await Task.Delay(20);
        }
    }

    private async Task<SmsHost> StartAsync(
        IFlow? flow = null, Action<IServiceCollection>? configure = null, Action<SpoolOptions>? settings = null, KeyRing? keys = null) =>
        await SmsHost.StartAsync(flow ?? new TestFlow(), services =>
        {
            services.Configure<SpoolOptions>(spool => spool.Path = Path);
            if (settings is not null)
                services.Configure(settings);
            if (keys is not null)
                services.AddSingleton(keys);
            configure?.Invoke(services);
        });

    private string[] Files(string? path = null) => Directory.Exists(path ?? Path) ? Directory.GetFiles(path ?? Path, "*.turns") : [];

    private async Task EmptiedAsync(string? path = null)
    {
        var until = DateTime.UtcNow + Patience;
        while (Files(path).Length > 0)
        {
            Assert.True(DateTime.UtcNow < until, "The spool was not emptied.");
            await Task.Delay(20);
        }
    }

    private sealed class AlarmedTriage : Intake.Triage.ITriage
    {
        public Intake.Triage.TriageResult Assess(Intake.Triage.TriageInput input) =>
            new(Intake.Triage.Urgency.Emergency, [], [], Intake.Triage.DangerForm.Self);
    }
}
