using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Flows;

/// <summary>What the answers say about writing to the reporter: when, and how they are addressed.</summary>
public sealed class ContactAndVoice
{
    [Theory]
    [InlineData("contact_any", 0, 24)]
    [InlineData("contact_morning", 8, 12)]
    [InlineData("contact_day", 12, 18)]
    [InlineData("contact_evening", 18, 22)]
    public void The_hours_are_those_that_were_chosen(string answer, int from, int until) =>
        Assert.Equal(new ContactHours(from, until), With("contact", answer).Contact());

    [Theory]
    [InlineData("contact_no")]
    [InlineData("contact_something_newer")]
    public void Nothing_else_is_consent(string answer) => Assert.Null(With("contact", answer).Contact());

    [Fact]
    public void No_answer_is_no_consent() => Assert.Null(new ReportDraft { Settled = ["contact"] }.Contact());

    [Theory]
    [InlineData("2026-03-05T02:59:59", "2026-03-05T03:00:00")]
    [InlineData("2026-03-05T03:00:00", "2026-03-05T03:00:00")]
    [InlineData("2026-03-05T06:59:59", "2026-03-05T06:59:59")]
    [InlineData("2026-03-05T07:00:00", "2026-03-06T03:00:00")]
    [InlineData("2026-03-05T20:00:00", "2026-03-06T03:00:00")]
    public void The_morning_begins_at_eight_in_Kazakhstan(string nowUtc, string nextUtc) =>
        Assert.Equal(Utc(nextUtc), new ContactHours(8, 12).NextUtc(Utc(nowUtc)));

    [Theory]
    [InlineData("me", Voice.Child)]
    [InlineData("friend", Voice.Child)]
    [InlineData("adult", Voice.Adult)]
    public void Who_writes_tells_how_they_are_addressed(string answer, Voice voice) => Assert.Equal(voice, With("forwhom", answer).Voice());

    [Fact]
    public void Before_it_is_known_who_writes_nobody_is_addressed() => Assert.Equal(Voice.Unknown, new ReportDraft().Voice());

    private static ReportDraft With(string question, string answer) => new() { Answers = [new SignalAnswer(question, [answer])] };

    private static DateTime Utc(string value) =>
        DateTime.SpecifyKind(DateTime.Parse(value, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
