using Microsoft.EntityFrameworkCore;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Links;
using Senim.Routing.Queues;
using Senim.Storage.Tests.Questions;
using Senim.Storage.Tests.World;

namespace Senim.Storage.Tests.Desk;

/// <summary>Signals of one matter, compared by their own sealed words.</summary>
public sealed class LinkedCases
{
    private const string Taraz = "311000000";

    private static StaffScope Officer { get; } = new("aigerim", StaffRole.Officer, Taraz);

    [Theory, OnSqlite, OnPostgreSql, OnSqlServer]
    public async Task Two_tellings_of_one_matter_are_found_and_only_their_ids_and_a_score_are_kept(DatabaseProvider provider)
    {
        await using var world = await StorageWorld.StartAsync(provider);
        var one = await CaseAsync(world, 1, "Мальчика из 7 Б у гаражей за 31 школой бьют трое старших и снимают на телефон");
        var other = await CaseAsync(world, 2, "За 31 школой у гаражей трое старшеклассников избивают мальчика из 7 Б, снимают на телефон");
        await CaseAsync(world, 3, "Сосед каждый вечер пьёт и кричит на детей, младшая плачет за стеной");
        var links = world.Get<ILinkDesk>();

        await Task.WhenAll(new[] { one, other, one, other }.Select(item => Task.Run(() => links.LookAsync(Officer, item, default))));

        var found = Assert.Single(await links.ListAsync(Officer, one, default));
        Assert.Equal((other, false), (found.Line.ItemId, found.IsLinked));
        await using var db = world.OpenRouting();
        var row = await db.Links.SingleAsync();
        Assert.Equal((found.Score, LinkState.Likely, null), (row.Score, row.State, row.SaidBy));

        Assert.Equal(LinkOutcome.Done, await links.SayAsync(Officer, one, found.Line.Reference, areOne: true, default));
        Assert.True(Assert.Single(await links.ListAsync(Officer, other, default)).IsLinked);
        await using var intake = world.OpenIntake();
        await intake.DataKeys.ExecuteDeleteAsync();
        Assert.Equal(0, await links.LookAsync(Officer, one, default));
    }

    private static async Task<Guid> CaseAsync(StorageWorld world, int conversation, string story)
    {
        var (_, signal, key) = await AskingAndAnswering.SignalAsync(world, conversation);
        await using (var db = world.OpenIntake())
        {
            var row = await db.Signals.SingleAsync(known => known.Id == signal.Value);
            row.Content = SignalRows.Seal(key, signal.Value, new SignalContent { Story = [new StoryPart(story, Rows.Morning, "story")] });
            await db.SaveChangesAsync();
        }

        var told = QueuesAndStaff.Heard(world) with { SignalId = signal.Value, Reference = $"ABCD-000{conversation}", Urgency = Urgency.Urgent };
        await QueuesAndStaff.HearAsync(world, QueuesAndStaff.Envelope(told));
        await using var routing = world.OpenRouting();
        return (await routing.Items.SingleAsync(item => item.SignalId == signal.Value)).Id;
    }
}
