using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Senim.Bots.Conversation.Turns;
using Senim.Bots.Tests.Flows;
using Senim.Bots.Tests.Turns;
using Senim.Intake;
using Senim.Intake.Outbox;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flood;

/// <summary>One chat on the turn engine with the report flow and the real triage, and a clock that the test moves.</summary>
internal sealed class FloodHost : IAsyncDisposable
{
    private const string Chat = "chat";
    private readonly EngineHost engine;
    private readonly FloodClock clock;
    private int number;

    private FloodHost(EngineHost engine, FloodClock clock)
    {
        this.engine = engine;
        this.clock = clock;
    }

    public EngineHost Engine => engine;

    /// <summary>What was shown to the reporter so far.</summary>
    public int Shown => engine.Channel.Shown.Count;

    public OutboundReply LastShown => engine.Channel.Shown.Last().Reply;

    public static async Task<FloodHost> StartAsync()
    {
        var clock = new FloodClock();
        return new FloodHost(
            await EngineHost.StartAsync(FlowBench.Flow(), services => services.AddSingleton<TimeProvider>(clock).AddSingleton(FlowBench.Triage)), clock);
    }

    public InboundTurn Turn(TurnInput input) =>
        engine.Text(Chat, "", ++number) with { Input = input, ReceivedUtc = clock.NowUtc() };

    public async Task<TurnResult.Done> SayAsync(string text, int afterMilliseconds = 5) => await DoAsync(new TurnInput.Text(text), afterMilliseconds);

    public async Task<TurnResult.Done> DoAsync(TurnInput input, int afterMilliseconds = 5)
    {
        clock.Now += TimeSpan.FromMilliseconds(afterMilliseconds);
        return Assert.IsType<TurnResult.Done>(await engine.Runner.RunAsync(Turn(input)));
    }

    /// <summary>Answers the questions of a report in English and sends it.</summary>
    public async Task ReportAsync()
    {
        foreach (var (question, value) in ((string, string)[])[("language", "en"), ("safe", "safe"), ("forwhom", "skip"), ("what", "bullying"), ("what", "done")])
            await DoAsync(new TurnInput.Choice("report", question, value), 2000);
        await SayAsync("they call me names at school", 2000);
        foreach (var (question, value) in ((string, string)[])[("story", "done"), ("when", "skip"), ("ongoing", "skip"), ("place", "skip"), ("age", "skip"), ("offender", "skip"), ("recuse", "skip"), ("contact", "skip"), ("review", "send")])
            await DoAsync(new TurnInput.Choice("report", question, value), 2000);
    }

    /// <summary>So many messages, each another.</summary>
    public async Task FloodAsync(int turns, string word = "message")
    {
        for (var i = 1; i <= turns; i++)
            await SayAsync($"{word} {i}");
    }

    /// <summary>Nothing is said for so long, second by second, while the service looks for what is due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var worker = engine.Get<IEnumerable<IHostedService>>().OfType<TimeOutWorker>().Single();
        for (var i = 0; i < time.TotalSeconds; i++)
        {
            clock.Now += TimeSpan.FromSeconds(1);
            await worker.SweepAsync(default);
        }
    }

    public async Task<ConversationState> StateAsync() => engine.Get<ConversationVault>().Open(
        (await engine.Store.LoadAsync(engine.Blind.Conversation(ChannelKind.Telegram, Chat), default))!).State;

    public async Task<SignalRow> SignalAsync()
    {
        await using var db = engine.Db();
        return await db.Signals.AsNoTracking().SingleAsync();
    }

    /// <summary>All that staff can read.</summary>
    public async Task<OpenedSignal> ReadAsync() => (await engine.Get<ISignalReader>().OpenAsync(new SignalId((await SignalAsync()).Id), default))!;

    public async Task<IReadOnlyList<OutboxRow>> EventsAsync()
    {
        await using var db = engine.Db();
        return await db.Outbox.AsNoTracking().Where(row => row.Kind == OutboxKind.Event).OrderBy(row => row.CreatedUtc).ToListAsync();
    }

    /// <summary>Size of the database once delivery keys, which are kept for ever, are taken out of it.</summary>
    public async Task<long> StoredBytesAsync()
    {
        await using var db = engine.Db();
        await db.Deliveries.ExecuteDeleteAsync();
        await db.Database.ExecuteSqlRawAsync("VACUUM");
        return await db.Database.SqlQueryRaw<long>("SELECT page_count * page_size AS Value FROM pragma_page_count, pragma_page_size").SingleAsync();
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private sealed class FloodClock : TimeProvider
    {
        public DateTime Now { get; set; } = FlowBench.Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
