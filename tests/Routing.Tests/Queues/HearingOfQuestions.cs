using System.Text.Json;
using Senim.Intake.Outbox;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

/// <summary>The steps of questions end in the history of their item, each once, in whatever order they come.</summary>
public sealed class HearingOfQuestions : IAsyncLifetime
{
    private static readonly Guid Question = Guid.CreateVersion7();

    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Each_step_is_a_line_with_the_short_id_and_the_code_and_nothing_else()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);

        await TellAsync(Envelope(Step(signal.SignalId, QuestionStep.Asked, 0) with { By = "aigerim" }), Envelope(Step(signal.SignalId, QuestionStep.Pushed, 3)));
        var again = Envelope(Step(signal.SignalId, QuestionStep.Answered, 5));
        await TellAsync(again);
        await TellAsync(again);

        var lines = (await CaseAsync()).History.Where(line => line.Action >= QueueAction.QuestionAsked).ToList();
        Assert.Equal([QueueAction.QuestionAsked, QueueAction.QuestionPushed, QueueAction.QuestionAnswered], lines.Select(line => line.Action));
        Assert.All(lines, line => Assert.Equal((QuestionRows.Short(Question), QuestionCodes.Where), (line.From, line.To)));
        Assert.Equal(["aigerim", null, null], lines.Select(line => line.By));
    }

    [Fact]
    public async Task The_newest_step_says_how_many_came_back_unread()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);

        await TellAsync(Envelope(Step(signal.SignalId, QuestionStep.Returned, 4) with { Unread = 1 }));
        Assert.Equal(1, (await CaseAsync()).Line.UnreadQuestions);
        await TellAsync(Envelope(Step(signal.SignalId, QuestionStep.Read, 6)));
        await TellAsync(Envelope(Step(signal.SignalId, QuestionStep.Pushed, 5) with { Unread = 1 }));

        Assert.Equal(0, (await CaseAsync()).Line.UnreadQuestions);
    }

    [Fact]
    public async Task A_signal_in_no_queue_holds_up_nobody()
    {
        var signal = bench.Signal();
        await bench.HearAsync(signal);

        await TellAsync(Envelope(Step(Guid.NewGuid(), QuestionStep.Read, 2)), Envelope(Step(signal.SignalId, QuestionStep.Read, 2)));

        Assert.Contains((await CaseAsync()).History, line => line.Action == QueueAction.QuestionRead);
    }

    private static QuestionEvent Step(Guid signal, QuestionStep step, int version) => new()
    {
        QuestionId = Question,
        SignalId = signal,
        Version = version,
        Code = QuestionCodes.Where,
        Step = step,
        AtUtc = Morning,
    };

    private static EventEnvelope Envelope(QuestionEvent told) =>
        new(Guid.NewGuid(), QuestionEvent.Stepped, EventLane.Other, "none.none.standard", told.AtUtc, JsonSerializer.Serialize(told, IntakeJson.Default.QuestionEvent));

    private Task TellAsync(params EventEnvelope[] envelopes) => bench.Get<IEventTransport>().PublishAsync(envelopes, default);

    private async Task<CaseFile> CaseAsync()
    {
        var line = Assert.Single((await bench.Desk.ListAsync(NationalDesk, new QueueQuery(), default)).Lines);
        return (await bench.Desk.OpenAsync(NationalDesk, line.ItemId, default))!;
    }
}
