using Senim.Intake.Evidence;
using Senim.Routing.Departments;
using Senim.Routing.Evidence;
using Senim.Routing.Queues;
using static Senim.Routing.Tests.RoutingBench;

namespace Senim.Routing.Tests.Evidence;

/// <summary>Who opens a file stands in the history; what only the person may do who has the item, others cannot.</summary>
public sealed class OpeningFiles : IAsyncLifetime
{
    private static readonly Guid File = Guid.Parse("0197a0b0-0000-7000-8000-00000000000f");
    private static readonly StaffScope Colleague = new("zhanar", StaffRole.Officer, Taraz);
    private RoutingBench bench = null!;

    private IEvidenceDesk Desk => bench.Get<IEvidenceDesk>();

    public async Task InitializeAsync() => bench = await StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Each_opening_is_written_down_with_the_person_and_the_file_and_a_blurred_look_is_none()
    {
        var signal = bench.Signal();
        var item = await bench.AcknowledgedAsync(signal);

        await OpenedAsync(Desk.ShowAsync(Colleague, item.Id, File, isBlurred: true, CancellationToken.None));
        await OpenedAsync(Desk.ShowAsync(Colleague, item.Id, File, isBlurred: false, CancellationToken.None));
        await OpenedAsync(Desk.DownloadAsync(OfficerOfTaraz, item.Id, File, CancellationToken.None));

        Assert.Equal(
            [(QueueAction.FileOpened, Colleague.StaffId, "3"), (QueueAction.FileOpened, OfficerOfTaraz.StaffId, "3")],
            (await bench.ItemAsync(signal)).History.Where(row => row.Action >= QueueAction.FilesAsked).Select(row => (row.Action, row.By!, row.To!)));
        Assert.Equal([$"{EvidenceForm.Blurred}", $"{EvidenceForm.Clear}", $"{EvidenceForm.Original}"], bench.Files.Asked.Select(asked => asked.Split(' ')[0]));
    }

    [Fact]
    public async Task Only_the_person_who_has_the_item_downloads_asks_and_has_heard()
    {
        var signal = bench.Signal();
        var item = await bench.HearAsync(signal);
        foreach (var scope in new[] { OfficerOfTaraz, Colleague, NationalDesk })
            await AbsentAsync(scope, item.Id);

        await bench.Desk.AcknowledgeAsync(OfficerOfTaraz, item.Id, CancellationToken.None);
        await AbsentAsync(Colleague, item.Id);
        await AbsentAsync(LeadOfZhambyl, item.Id);
        Assert.Empty(bench.Files.Asked);

        Assert.True(await Desk.MarkAskedAsync(OfficerOfTaraz, item.Id, CancellationToken.None));
        Assert.True(await Desk.MarkHeardAsync(OfficerOfTaraz, item.Id, File, CancellationToken.None));
        bench.Files.IsHeard = true;
        Assert.True(await Desk.MarkHeardAsync(OfficerOfTaraz, item.Id, File, CancellationToken.None));
        Assert.Equal(
            [(QueueAction.FilesAsked, "2"), (QueueAction.FileHeard, "3")],
            (await bench.ItemAsync(signal)).History.Where(row => row.Action >= QueueAction.FilesAsked).Select(row => (row.Action, row.To!)));
    }

    private async Task AbsentAsync(StaffScope scope, Guid item)
    {
        Assert.IsType<OpenOutcome.Absent>(await Desk.DownloadAsync(scope, item, File, CancellationToken.None));
        Assert.False(await Desk.MarkAskedAsync(scope, item, CancellationToken.None));
        Assert.False(await Desk.MarkHeardAsync(scope, item, File, CancellationToken.None));
    }

    private static async Task OpenedAsync(Task<OpenOutcome> opening)
    {
        var opened = Assert.IsType<OpenOutcome.Opened>(await opening);
        await opened.Content.DisposeAsync();
    }
}
