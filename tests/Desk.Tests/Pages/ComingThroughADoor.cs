using System.Net;
using Senim.Desk.Tests.World;
using Senim.Intake.Doors;
using Senim.Intake.Signals;

namespace Senim.Desk.Tests.Pages;

/// <summary>The officer reads by which poster a signal came, and who there must not learn of it.</summary>
public sealed class ComingThroughADoor : DeskTest
{
    private const string School = "School 5 <b>";

    [Theory]
    [InlineData(true, ". The reporter confirmed the place.")]

    // The signal went no further than the region, so that the unit is said here.
    [InlineData(false, ", Karaganda City. The reporter has not confirmed the place.")]
    public async Task The_officer_reads_its_name_and_whether_the_place_was_confirmed(bool isConfirmed, string words)
    {
        var page = await ReadAsync(new SignalContent { Door = new PassedDoor(School, "351000000", isConfirmed) });
        Assert.Contains($"Came by the poster of {School}{words}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("must not learn of this", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_is_warned_where_somebody_there_must_not_know()
    {
        var page = await ReadAsync(new SignalContent
        {
            Door = new PassedDoor(School, "351000000", IsConfirmed: true),
            Answers = [new SignalAnswer("recuse", ["no_school"])],
        });
        Assert.Contains($"Somebody at {School} must not learn of this.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_that_came_by_none_says_nothing_of_doors() =>
        Assert.DoesNotContain("poster", await ReadAsync(new SignalContent()), StringComparison.Ordinal);

    [Fact]
    public async Task An_officer_of_another_unit_sees_nothing()
    {
        var line = await World.SignalAsync(content: new SignalContent { Door = new PassedDoor(School, "351000000") });
        using var client = await Desk.SignInAsync("semey");
        var response = await client.GetAsync($"/queue/{line.ItemId}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("School 5", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(SignalContent content)
    {
        var line = await World.SignalAsync(content: content);
        using var client = await Desk.SignInAsync("temirtau");
        var page = await client.ReadAsync($"/queue/{line.ItemId}");
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        return WebUtility.HtmlDecode(page);
    }
}
