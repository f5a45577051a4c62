using System.Reflection;
using Senim.Intake;
using Senim.Intake.Notes;
using Senim.Intake.Questions;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Evidence;
using Senim.Routing.Links;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Queues;

/// <summary>Every method that staff reach takes a scope; this calls each with an item of one's own, one of others, and one that is not there.</summary>
public sealed class WhatAScopeReaches : IAsyncLifetime
{
    private RoutingBench bench = null!;

    public static TheoryData<string> Methods => [.. ScopedMethods().Select(Name)];

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task What_is_outside_the_scope_is_absent(string method)
    {
        Assert.True(Ways.TryGetValue(method, out var call), $"{method} takes a StaffScope and is not tried here.");
        var own = await bench.AcknowledgedAsync(bench.Signal(Urgency.Urgent));
        var other = await bench.AcknowledgedAsync(bench.Signal(Urgency.Urgent, Almaly), OfficerOfAlmaly);
        var untouched = (await Snapshot(other), await Snapshot(own));

        var ofOwn = await call(bench, OfficerOfTaraz, own);
        var ofOther = await call(bench, OfficerOfTaraz, other);
        var ofNone = await call(bench, OfficerOfTaraz, null);

        Assert.NotEqual(ofOwn, ofNone);
        Assert.Equal(ofNone, ofOther);
        Assert.Equal(untouched.Item1, await Snapshot(other));
    }

    [Fact]
    public async Task An_officer_sees_the_unit_a_lead_the_region_and_the_national_desk_everything()
    {
        await bench.HearAsync(bench.Signal(place: Taraz));
        await bench.HearAsync(bench.Signal(place: ZhambylDistrict));
        await bench.HearAsync(bench.Signal(place: Zhambyl));
        await bench.HearAsync(bench.Signal(place: Almaly));
        await bench.HearAsync(bench.Signal(place: null));

        Assert.Equal([Taraz], await UnitsAsync(OfficerOfTaraz));
        Assert.Equal([Almaly], await UnitsAsync(OfficerOfAlmaly));
        Assert.Equal([Zhambyl, Taraz, ZhambylDistrict], await UnitsAsync(LeadOfZhambyl));
        Assert.Equal([National, Zhambyl, Taraz, ZhambylDistrict, Almaly], await UnitsAsync(NationalDesk));
        Assert.Equal([Zhambyl], await UnitsAsync(new StaffScope("x", StaffRole.Officer, Zhambyl)));
        Assert.Equal([National], await UnitsAsync(new StaffScope("x", StaffRole.Officer, National)));
        Assert.Empty(await UnitsAsync(new StaffScope("x", StaffRole.RegionalLead, Taraz)));
        Assert.Empty(await UnitsAsync(new StaffScope("x", StaffRole.Officer, "")));
    }

    private static Dictionary<string, Func<RoutingBench, StaffScope, QueueItem?, Task<string>>> Ways { get; } = new()
    {
        ["IQueueDesk.AskAsync"] = async (bench, scope, item) =>
        {
            var outcome = await bench.Desk.AskAsync(scope, item?.Id ?? Guid.NewGuid(), new NewQuestion(Guid.NewGuid(), QuestionCodes.Where, Language.Kk, null), default);
            return $"{outcome} {bench.Questions.Asked.Count}";
        },
        ["IQueueDesk.ListAsync"] = async (bench, scope, item) =>
        {
            // Everyone's items stand in the queue; what is found is the item asked for and nothing of others.
            var page = await bench.Desk.ListAsync(scope, new QueueQuery(IncludeClosed: true), CancellationToken.None);
            Assert.Equal((1, 1, 1), (page.Lines.Count, page.Total, page.Counts.Open));
            return page.Lines.Any(line => line.ItemId == item?.Id) ? "found" : "absent";
        },
        ["IQueueDesk.OpenAsync"] = async (bench, scope, item) =>
            (await bench.Desk.OpenAsync(scope, Id(item), CancellationToken.None))?.Line.Reference ?? "absent",
        ["IQueueDesk.AcknowledgeAsync"] = async (bench, scope, item) =>
            (await bench.Desk.AcknowledgeAsync(scope, Id(item), CancellationToken.None)).ToString()!,
        ["IQueueDesk.CloseAsync"] = async (bench, scope, item) =>
            (await bench.Desk.CloseAsync(scope, Id(item), CaseOutcome.HelpGiven, 1, CancellationToken.None)).ToString()!,
        ["ILinkDesk.ListAsync"] = async (bench, scope, item) =>
        {
            if (item is not null)
            {
                var other = await bench.HearAsync(bench.Signal(place: item.UnitCode));
                await bench.Get<ILinkDesk>().SayAsync(scope, item.Id, other.Reference, areOne: true, default);
            }

            return $"{(await bench.Get<ILinkDesk>().ListAsync(scope, Id(item), default)).Count}";
        },
        ["ILinkDesk.LookAsync"] = async (bench, scope, item) => $"{await bench.Get<ILinkDesk>().LookAsync(scope, Id(item), default)}",
        ["ILinkDesk.SayAsync"] = async (bench, scope, item) => $"{await bench.Get<ILinkDesk>().SayAsync(scope, Id(item), item?.Reference ?? "", areOne: true, default)}",
        ["ICaseDesk.TakeAsync"] = async (bench, scope, item) =>
            $"{await bench.Cases.TakeAsync(scope, Id(item), new StaffStep.Write { Id = Guid.NewGuid(), Note = new CaseNote("виделись") }, CancellationToken.None)} {bench.Notes.All.Count}",
        ["ICaseDesk.ListColleaguesAsync"] = async (bench, scope, item) =>
        {
            await bench.AddStaffAsync($"colleague{Guid.NewGuid():N}", "Айгүл", StaffRole.Officer, item?.UnitCode ?? Taraz);
            return $"{(await bench.Cases.ListColleaguesAsync(scope, Id(item), CancellationToken.None)).Count}";
        },
        ["IEvidenceDesk.ShowAsync"] = async (bench, scope, item) =>
            (await bench.Get<IEvidenceDesk>().ShowAsync(scope, Id(item), Guid.Empty, isBlurred: item is null, CancellationToken.None)).GetType().Name,
        ["IEvidenceDesk.DownloadAsync"] = async (bench, scope, item) =>
            (await bench.Get<IEvidenceDesk>().DownloadAsync(scope, Id(item), Guid.Empty, CancellationToken.None)).GetType().Name,
        ["IEvidenceDesk.MarkAskedAsync"] = async (bench, scope, item) =>
            $"{await bench.Get<IEvidenceDesk>().MarkAskedAsync(scope, Id(item), CancellationToken.None)}",
        ["IEvidenceDesk.MarkHeardAsync"] = async (bench, scope, item) =>
            $"{await bench.Get<IEvidenceDesk>().MarkHeardAsync(scope, Id(item), Guid.Empty, CancellationToken.None)}",
        ["IQueueChanges.Subscribe"] = async (bench, scope, item) =>
        {
            using var stop = new CancellationTokenSource();
            var changes = bench.Get<IQueueChanges>().Subscribe(scope, stop.Token);
            if (item is not null)
                bench.Get<QueueChanges>().Tell(item.UnitCode, item.RegionCode);
            await stop.CancelAsync();
            var count = 0;
            await foreach (var _ in changes)
                count++;
            return count == 0 ? "absent" : "told";
        },
    };

    private static IEnumerable<MethodInfo> ScopedMethods() =>
        typeof(IQueueDesk).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(StaffScope)))
            .Where(method => method.DeclaringType != typeof(StaffScope));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static Guid Id(QueueItem? item) => item?.Id ?? Guid.Parse("0197a0b0-0000-7000-8000-000000000001");

    private async Task<string> Snapshot(QueueItem item)
    {
        await using var db = await bench.OpenDbAsync();
        var now = db.Items.Single(known => known.Id == item.Id);
        return $"{now.Version} {now.State} {now.AcknowledgedBy} {now.UnitCode}";
    }

    private async Task<IEnumerable<string>> UnitsAsync(StaffScope scope)
    {
        var page = await bench.Desk.ListAsync(scope, new QueueQuery(), CancellationToken.None);
        Assert.Equal((page.Lines.Count, page.Lines.Count), (page.Total, page.Counts.Open));
        return page.Lines.Select(line => line.UnitCode).Order();
    }
}
