using Senim.Desk.Tests.World;
using Senim.Intake;
using Senim.Intake.Triage;

namespace Senim.Desk.Tests.Pages;

public sealed class TheQueue : DeskTest
{
    [Fact]
    public async Task Stands_in_order_of_urgency_then_of_what_is_due()
    {
        var standard = await World.SignalAsync(urgency: Urgency.Standard);
        var information = await World.SignalAsync(urgency: Urgency.Information);
        var emergency = await World.SignalAsync(urgency: Urgency.Emergency);
        var urgent = await World.SignalAsync(urgency: Urgency.Urgent);
        using var client = await Desk.SignInAsync("temirtau");

        var page = await client.ReadAsync("/queue");

        int[] places = [.. new[] { emergency, urgent, standard, information }.Select(line => page.IndexOf(line.Reference, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Says_in_words_what_each_signal_is()
    {
        await World.SignalAsync(
            urgency: Urgency.Emergency,
            with: signal => signal with { Categories = ["physical", "witness"], Incomplete = true, Language = Language.Ru },
            unparsed: new Senim.Intake.Signals.UnparsedTurn("?", World.Clock.NowUtc()));
        using var client = await Desk.SignInAsync("temirtau");

        var page = await client.ReadAsync("/queue");

        foreach (var words in new[]
        {
            "Emergency", "physical violence, violence at home, seen by the child", "Temirtau City", "by Telegram, in Russian",
            "Not finished", "Has an unprocessed message", "New",
        })
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_what_is_late()
    {
        await World.SignalAsync(urgency: Urgency.Emergency);
        World.Clock.Move(TimeSpan.FromMinutes(20));
        using var client = await Desk.SignInAsync("temirtau");

        var page = await client.ReadAsync("/queue");

        Assert.Contains("<strong class=\"late\">Late by 5 min</strong>", page, StringComparison.Ordinal);
        Assert.Contains("<span>Late</span> <strong>1</strong>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_the_times_of_Kazakhstan()
    {
        var line = await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");

        Assert.Contains($"{line.ReceivedUtc.AddHours(5):HH:mm}</time>", await client.ReadAsync("/queue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_Cyrillic_as_it_is()
    {
        using var client = await Desk.SignInAsync("temirtau");

        Assert.Contains("Айгүл Сейітова", await client.ReadAsync("/queue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comes_in_pages()
    {
        for (var i = 0; i < 51; i++)
            await World.SignalAsync();
        using var client = await Desk.SignInAsync("temirtau");

        var first = await client.ReadAsync("/queue");
        var second = await client.ReadAsync("/queue?page=2");

        Assert.Equal(50, Rows(first));
        Assert.Contains("Page 1 of 2", first, StringComparison.Ordinal);
        Assert.Equal(1, Rows(second));
        Assert.Contains("<title>(51) Senim</title>", second, StringComparison.Ordinal);
        Assert.Contains("Page 2 of 2", await client.ReadAsync("/queue?page=3"), StringComparison.Ordinal);
    }

    private static int Rows(string page) => page.Split("class=\"ref\"").Length - 1;
}
