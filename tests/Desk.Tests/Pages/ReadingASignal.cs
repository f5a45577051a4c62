using System.Net;
using Senim.Desk.Tests.World;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Desk.Tests.Pages;

public sealed class ReadingASignal : DeskTest
{
    [Fact]
    public async Task Shows_what_was_said_why_it_is_urgent_and_by_when()
    {
        var now = World.Clock.NowUtc();
        var line = await World.SignalAsync(
            urgency: Urgency.Urgent,
            content: new SignalContent
            {
                Story = [new StoryPart("They wait for me after school", now, "story"), new StoryPart("It was today again", now, null)],
                Answers = [new SignalAnswer("safe", ["unsure"]), new SignalAnswer("what", ["bullying", "physical"]), new SignalAnswer("newer", ["code"])],
                Reasons = [new TriageReason("wait for me", "threat")],
                PlaceText = "temir tau",
                UnheardMedia = 2,
                NotKept = 9_240,
            },
            unparsed: new UnparsedTurn("what the code could not read", now));
        using var client = await Desk.SignInAsync("temirtau");

        var page = WebUtility.HtmlDecode(await client.ReadAsync($"/queue/{line.ItemId}"));

        foreach (var words in new[]
        {
            line.Reference, "Urgent", "They wait for me after school", "It was today again", "added after sending", "wait for me", "not sure",
            "bullying, physical violence", "newer", "code", "Temirtau City, Karaganda Region", "temir tau", "files that came: 2", "came too many at once: 9240",
            "This message could not be processed. It stands here as it came.", "what the code could not read", "First look", "Visit or contact",
        })
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no_family", "asks that the family does not learn of this")]
    [InlineData("no_school", "asks that the school does not learn of this")]
    [InlineData("no_police", "asks that the police do not learn of this")]
    [InlineData("no_department", "asks that the department of this district does not see this")]
    public async Task Warns_of_whom_the_reporter_fears(string answer, string warning)
    {
        var now = World.Clock.NowUtc();
        var story = new StoryPart("They wait for me after school", now, "story");
        var feared = await World.SignalAsync(content: new SignalContent { Story = [story], Answers = [new SignalAnswer("recuse", [answer])] });
        var other = await World.SignalAsync(content: new SignalContent { Story = [story], Answers = [new SignalAnswer("recuse", ["no_none"])] });
        using var client = await Desk.SignInAsync("temirtau");

        Assert.Contains(warning, await client.ReadAsync($"/queue/{feared.ItemId}"), StringComparison.Ordinal);
        Assert.DoesNotContain("asks that", await client.ReadAsync($"/queue/{other.ItemId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_never_markup()
    {
        const string Markup = "<img src=x onerror=alert(1)><b>bold</b>\"'&amp;";
        var line = await World.SignalAsync(
            content: new SignalContent
            {
                Story = [new StoryPart(Markup, World.Clock.NowUtc(), "story")],
                Answers = [new SignalAnswer(Markup, [Markup])],
                Reasons = [new TriageReason(Markup, "threat")],
                PlaceText = Markup,
            },
            unparsed: new UnparsedTurn(Markup, World.Clock.NowUtc()));
        using var client = await Desk.SignInAsync("temirtau");

        var page = await client.ReadAsync($"/queue/{line.ItemId}");

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Equal(6, WebUtility.HtmlDecode(page).Split(Markup).Length - 1);
    }

    [Fact]
    public async Task The_tab_says_only_that_something_waits()
    {
        var line = await World.SignalAsync(content: new SignalContent { Story = [new StoryPart("quiet words", World.Clock.NowUtc(), "story")] });
        using var client = await Desk.SignInAsync("temirtau");
        Assert.Contains("<title>(1) Senim</title>", await client.ReadAsync($"/queue/{line.ItemId}"), StringComparison.Ordinal);

        await World.TakeAsync("temirtau", line.ItemId);

        Assert.Contains("<title>Senim</title>", await client.ReadAsync($"/queue/{line.ItemId}"), StringComparison.Ordinal);
    }
}
