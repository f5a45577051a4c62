using Senim.Intake.Notes;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

public sealed class TakingAndClosing : IAsyncLifetime
{
    private RoutingBench bench = null!;

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Of_two_clerks_at_once_exactly_one_wins_and_the_other_is_told_who()
    {
        var other = OfficerOfTaraz with { StaffId = "yerlan" };
        for (var round = 0; round < 200; round++)
        {
            var item = await bench.HearAsync(bench.Signal());
            using var start = new Barrier(2);
            var outcomes = await Task.WhenAll(new[] { OfficerOfTaraz, other }.Select(scope => Task.Run(() =>
            {
                start.SignalAndWait();
                return bench.Desk.AcknowledgeAsync(scope, item.Id, CancellationToken.None);
            })));

            var won = Assert.Single(outcomes.OfType<AcknowledgeOutcome.Done>());
            var lost = Assert.Single(outcomes.OfType<AcknowledgeOutcome.AlreadyTaken>());
            var winner = outcomes[0] == won ? "aigerim" : "yerlan";
            Assert.Equal((winner, won.AtUtc), (lost.By, lost.AtUtc));
            Assert.Equal(winner, (await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None))!.Line.AcknowledgedBy);
        }
    }

    [Fact]
    public async Task The_one_who_was_late_reads_a_name_and_not_an_account()
    {
        var item = await bench.AcknowledgedAsync(bench.Signal(), await bench.AddStaffAsync("aigul", "Айгүл Серікқызы"));

        var told = await bench.Desk.AcknowledgeAsync(OfficerOfTaraz, item.Id, CancellationToken.None);
        Assert.Equal("Айгүл Серікқызы", Assert.IsType<AcknowledgeOutcome.AlreadyTaken>(told).By);
        var file = await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None);
        Assert.Equal("Айгүл Серікқызы", file!.Line.AcknowledgedBy);
        Assert.Equal("Айгүл Серікқызы", file.History[^1].By);
    }

    [Fact]
    public async Task A_second_press_changes_nothing()
    {
        var item = await bench.AcknowledgedAsync(bench.Signal());
        bench.Clock.Advance(TimeSpan.FromMinutes(3));

        var again = await bench.Desk.AcknowledgeAsync(OfficerOfTaraz, item.Id, CancellationToken.None);

        Assert.Equal(new AcknowledgeOutcome.Done(Morning), again);
    }

    [Fact]
    public async Task A_case_is_closed_with_an_outcome_once()
    {
        var signal = bench.Signal();
        var item = await bench.ClosedAsync(signal);
        Assert.Equal((QueueState.Closed, CaseOutcome.HelpGiven, "aigerim", Morning), (item.State, item.Outcome!.Value, item.ClosedBy, item.ClosedUtc!.Value));

        var again = await bench.Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.HelpGiven, 1, CancellationToken.None);
        var other = await bench.Desk.CloseAsync(LeadOfZhambyl, item.Id, CaseOutcome.Test, 1, CancellationToken.None);

        Assert.Equal(new CloseOutcome.Done(Morning), again);
        Assert.Equal(new CloseOutcome.AlreadyClosed("aigerim", Morning, CaseOutcome.HelpGiven), other);
    }

    [Fact]
    public async Task What_nobody_has_taken_is_not_closed()
    {
        var signal = bench.Signal();
        var item = await bench.HearAsync(signal);
        Assert.IsType<CloseOutcome.NotAcknowledged>(
            await bench.Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.Test, 1, CancellationToken.None));

        var closed = bench.Signal();
        await bench.ClosedAsync(closed);
        var reopened = await bench.HearAsync(bench.Next(closed));
        Assert.IsType<CloseOutcome.NotAcknowledged>(
            await bench.Desk.CloseAsync(OfficerOfTaraz, reopened.Id, CaseOutcome.Test, 2, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_closes_over_words_that_they_have_not_seen()
    {
        var signal = bench.Signal();
        var item = await bench.AcknowledgedAsync(signal);
        var seen = (await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None))!.SignalVersion;
        await bench.HearAsync(bench.Next(signal, Urgency.Emergency));

        await bench.StepAsync(item, OfficerOfTaraz, new StaffStep.TellCall { Id = Guid.NewGuid(), Note = new CaseNote("нашли раньше") });
        Assert.IsType<CloseOutcome.ChangedMeanwhile>(
            await bench.Desk.CloseAsync(OfficerOfTaraz, item.Id, CaseOutcome.HelpGiven, seen, CancellationToken.None));
        Assert.Equal(QueueState.Acknowledged, (await bench.ItemAsync(signal)).State);
    }

    [Fact]
    public async Task Each_step_is_told_to_the_reporter_s_side_once_and_counted()
    {
        var signal = bench.Signal();
        await bench.ClosedAsync(signal);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        var item = await bench.HearAsync(bench.Next(signal));
        await bench.HearAsync(signal);

        var told = await bench.ToldToReporterAsync(signal);

        Assert.Equal(
            [
                (1, SignalStage.Waiting, signal.Due.FirstLookUtc),
                (2, SignalStage.Seen, signal.Due.VisitUtc),
                (3, SignalStage.Closed, null),
                (4, SignalStage.Waiting, item.NextDueUtc),
            ],
            told.Select(step => (step.Version, step.Stage, step.NextDueUtc)));
    }

    [Fact]
    public async Task A_case_opens_with_its_words_and_its_history()
    {
        var signal = bench.Signal();
        var content = new SignalContent { Story = [new StoryPart("бәрі мектепте", Morning, "story")], Reasons = [new TriageReason("мектепте", "school")] };
        bench.Words.Opened[signal.SignalId] = new OpenedSignal(content, Taraz, [new UnparsedTurn("?!", Morning)]);
        var item = await bench.AcknowledgedAsync(signal);

        var file = (await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None))!;

        Assert.Same(content, file.Content);
        Assert.Equal("?!", Assert.Single(file.Unparsed).Text);
        Assert.Equal((signal.Due, Taraz, 1, false), (file.Due, file.PlaceCode, file.SignalVersion, file.IsErased));
        Assert.Equal(
            [new HistoryLine(Morning, QueueAction.Received, null, null, Taraz), new HistoryLine(Morning, QueueAction.Acknowledged, "aigerim", null, null)],
            file.History);
    }

    [Fact]
    public async Task A_case_whose_words_were_erased_still_opens_and_says_so()
    {
        var item = await bench.HearAsync(bench.Signal());

        var file = (await bench.Desk.OpenAsync(OfficerOfTaraz, item.Id, CancellationToken.None))!;

        Assert.True(file.IsErased);
        Assert.Empty(file.Content.Story);
    }
}
