using System.Net;
using Senim.Desk.Tests.World;
using Senim.Routing.Queues;

namespace Senim.Desk.Tests.Pages;

/// <summary>Signals of one matter.</summary>
public sealed class JoiningSignals : DeskTest
{
    [Fact]
    public async Task Likely_ones_are_looked_for_when_a_signal_is_taken_and_joined_by_a_person()
    {
        var (one, other) = await PairAsync();
        using var client = await Desk.SignInAsync("temirtau");
        await client.SubmitAsync("/queue", $"/queue/{one.ItemId}/acknowledge");
        Assert.Contains("Likely of the same matter: 1.", await client.ReadAsync($"/queue/{one.ItemId}"), StringComparison.Ordinal);

        var joined = await client.SubmitAsync(Links(one), $"{Links(one)}/join", ("reference", other.Reference));

        Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);
        var page = await client.ReadAsync($"/queue/{other.ItemId}");
        Assert.Contains($"joined with another signal: {one.Reference}", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/queue/{one.ItemId}\"", page, StringComparison.Ordinal);

        await client.SubmitAsync(Links(other), $"{Links(other)}/part", ("reference", one.Reference));
        Assert.DoesNotContain($"href=\"/queue/{one.ItemId}\"", await client.ReadAsync($"/queue/{other.ItemId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_looks_and_finds_nothing_is_told_so()
    {
        var line = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");

        var answer = await client.SubmitAsync(Links(line), $"{Links(line)}/look");

        Assert.Contains("Nothing alike was found.", await client.ReadAsync(answer.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_that_is_not_here_is_said_to_be_none()
    {
        var (one, other) = (await World.SignalAsync(), await World.SignalAsync(Units.Semey));
        using var client = await Desk.SignInAsync("temirtau");

        var elsewhere = await client.SubmitAsync(Links(one), $"{Links(one)}/join", ("reference", other.Reference));
        var absent = await client.SubmitAsync(Links(one), $"{Links(one)}/join", ("reference", "0000-0000"));
        var itself = await client.SubmitAsync(Links(one), $"{Links(one)}/join", ("reference", one.Reference));

        Assert.Equal([422, 422, 422], new[] { elsewhere, absent, itself }.Select(answer => (int)answer.StatusCode));
        Assert.Contains("No signal in your queue has this number.", await elsewhere.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("No signal in your queue has this number.", await absent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var path in new[] { "look", "join", "part" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitAsync("/queue", $"/queue/{other.ItemId}/links/{path}", ("reference", one.Reference))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Links(other))).StatusCode);
    }

    private async Task<(QueueLine One, QueueLine Other)> PairAsync()
    {
        var (one, other) = (await World.SignalAsync(), await World.SignalAsync());
        foreach (var line in new[] { one, other })
            World.Likeness.Scores[await World.SignalOfAsync(line)] = 55;
        return (one, other);
    }

    private static string Links(QueueLine line) => $"/queue/{line.ItemId}/links";
}
