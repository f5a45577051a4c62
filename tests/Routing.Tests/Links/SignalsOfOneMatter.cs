using Senim.Intake.Likeness;
using Senim.Intake.Signals;
using Senim.Routing.Departments;
using Senim.Routing.Links;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Links;

public sealed class SignalsOfOneMatter : IAsyncLifetime
{
    private RoutingBench bench = null!;

    private ILinkDesk Links => bench.Get<ILinkDesk>();

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Are_looked_for_in_the_unit_and_the_category_and_within_thirty_days()
    {
        await bench.HearAsync(bench.Signal());
        bench.Clock.Advance(TimeSpan.FromDays(31));
        var near = bench.Signal();
        await bench.HearAsync(near, bench.Signal(place: Almaly), bench.Signal() with { Categories = ["neglect", "conditions"] });
        bench.Clock.Advance(TimeSpan.FromDays(29));
        var item = await bench.HearAsync(bench.Signal() with { Categories = ["physical", "bullying"] });

        Assert.Equal(0, await Links.LookAsync(OfficerOfTaraz, item.Id, default));

        Assert.Equal([near.SignalId], bench.Likeness.Compared.Select(id => id.Value));
    }

    [Fact]
    public async Task Are_compared_with_no_more_than_two_hundred()
    {
        for (var i = 0; i < ISignalLikeness.MostCompared + 5; i++)
            await bench.HearAsync(bench.Signal());
        var item = await bench.HearAsync(bench.Signal());

        await Links.LookAsync(OfficerOfTaraz, item.Id, default);

        Assert.Equal(ISignalLikeness.MostCompared, bench.Likeness.Compared.Count);
    }

    [Fact]
    public async Task Likely_ones_stand_on_both_until_staff_say_what_they_are()
    {
        var (one, other) = await PairAsync(score: 64);
        Assert.Equal(1, await Links.LookAsync(OfficerOfTaraz, one.Id, default));
        await Links.LookAsync(OfficerOfTaraz, other.Id, default);
        Assert.Equal([(other.Id, false, 64)], await ListAsync(OfficerOfTaraz, one));
        Assert.Equal([(one.Id, false, 64)], await ListAsync(OfficerOfTaraz, other));

        Assert.Equal(LinkOutcome.Done, await Links.SayAsync(OfficerOfTaraz, one.Id, $" {other.Reference.ToLowerInvariant()} ", areOne: true, default));
        Assert.Equal([(one.Id, true, 64)], await ListAsync(OfficerOfTaraz, other));
        Assert.Equal("aigerim", Assert.Single(await Links.ListAsync(OfficerOfTaraz, one.Id, default)).By);

        Assert.Equal(LinkOutcome.Done, await Links.SayAsync(OfficerOfTaraz, other.Id, one.Reference, areOne: false, default));
        await Links.LookAsync(OfficerOfTaraz, one.Id, default);
        Assert.Empty(await ListAsync(OfficerOfTaraz, one));
    }

    [Fact]
    public async Task Each_keeps_its_own_way_and_tells_of_the_other_in_its_history()
    {
        var (one, other) = await PairAsync(score: 50);
        var told = (await bench.ToldToReporterAsync(Of(one))).Count;

        await Links.SayAsync(OfficerOfTaraz, one.Id, other.Reference, areOne: true, default);
        await Links.SayAsync(OfficerOfTaraz, one.Id, other.Reference, areOne: true, default);

        var after = await bench.ItemAsync(Of(other));
        Assert.Equal((QueueState.New, other.StepRound, CaseStep.FirstLook), (after.State, after.StepRound, after.NextStep));
        Assert.Equal(one.Reference, Assert.Single(after.History, row => row.Action == QueueAction.Linked).To);
        Assert.Equal(told, (await bench.ToldToReporterAsync(Of(one))).Count);
    }

    [Fact]
    public async Task Neither_side_shows_what_the_scope_does_not_reach()
    {
        var (one, other) = (await bench.HearAsync(bench.Signal()), await bench.HearAsync(bench.Signal(place: Almaly)));
        Assert.Equal(LinkOutcome.Done, await Links.SayAsync(NationalDesk, one.Id, other.Reference, areOne: true, default));

        Assert.Single(await ListAsync(NationalDesk, one));
        Assert.Empty(await ListAsync(OfficerOfTaraz, one));
        Assert.Equal(LinkOutcome.NoSuchReference, await Links.SayAsync(OfficerOfTaraz, one.Id, other.Reference, areOne: false, default));
        Assert.Equal(LinkOutcome.Itself, await Links.SayAsync(OfficerOfTaraz, one.Id, one.Reference, areOne: true, default));
    }

    [Fact]
    public async Task Whoever_must_not_see_one_of_them_does_not_learn_of_it()
    {
        var (one, other) = await PairAsync(score: 70);
        await Links.SayAsync(OfficerOfTaraz, one.Id, other.Reference, areOne: true, default);

        await bench.HearAsync(bench.Next(Of(other)) with { Recused = ["department"] });

        Assert.Empty(await ListAsync(OfficerOfTaraz, one));
        Assert.Single(await ListAsync(LeadOfZhambyl, one));
    }

    [Fact]
    public async Task Two_who_look_at_once_keep_each_pair_once()
    {
        var (one, other) = await PairAsync(score: 40);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Links.LookAsync(OfficerOfTaraz, (i % 2 == 0 ? one : other).Id, default))));

        Assert.Equal([(other.Id, false, 40)], await ListAsync(OfficerOfTaraz, one));
    }

    private readonly Dictionary<Guid, SignalEvent> signals = [];

    private SignalEvent Of(QueueItem item) => signals[item.Id];

    private async Task<(QueueItem One, QueueItem Other)> PairAsync(int score)
    {
        var (one, other) = (bench.Signal(), bench.Signal());
        bench.Likeness.Scores[one.SignalId] = bench.Likeness.Scores[other.SignalId] = score;
        var items = (await bench.HearAsync(one), await bench.HearAsync(other));
        (signals[items.Item1.Id], signals[items.Item2.Id]) = (one, other);
        return items;
    }

    private async Task<IEnumerable<(Guid, bool, int)>> ListAsync(StaffScope scope, QueueItem item) =>
        (await Links.ListAsync(scope, item.Id, default)).Select(link => (link.Line.ItemId, link.IsLinked, link.Score));
}
