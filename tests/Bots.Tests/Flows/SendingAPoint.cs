using System.Text.Json;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flows;

/// <summary>A point on the map finds places and is gone before anything is stored.</summary>
public sealed class SendingAPoint
{
    private static readonly TurnInput Astana = new TurnInput.Location(51.12345, 71.54321);

    private static readonly ReportFlow Flow = FlowBench.Flow();

    [Fact]
    public void Nothing_that_is_stored_holds_the_point()
    {
        var step = Send(Astana);

        var stored = JsonSerializer.Serialize(step.State) + JsonSerializer.Serialize(step.Submission);
        Assert.DoesNotContain("51.1", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("71.5", stored, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_units_are_offered_and_none_is_taken()
    {
        var draft = Send(Astana).State.Draft;

        Assert.Equal(3, draft.PlaceOffers.Count);
        Assert.Null(draft.PlaceCode);
    }

    [Theory]
    [InlineData(48.85, 2.35)]
    [InlineData(0, 0)]
    [InlineData(double.NaN, 1e300)]
    public void A_point_abroad_offers_nothing_and_still_counts(double latitude, double longitude)
    {
        var draft = Send(new TurnInput.Location(latitude, longitude)).State.Draft;

        Assert.Empty(draft.PlaceOffers);
        Assert.True(draft.HasContent);
    }

    [Fact]
    public void Silence_after_a_point_alone_makes_a_signal_for_the_region_of_the_places_around()
    {
        var sent = Send(new TurnInput.Location(42.9, 71.36));
        var due = sent.State.TimeoutUtc!.Value;

        var silent = Flow.Take(sent.State, new TurnInput.TimedOut(due), Moment(due));
        Assert.Equal("310000000", silent.Submission!.PlaceCode);
        Assert.Equal(Urgency.Standard, silent.Submission.Triage.Urgency);
    }

    private static FlowStep Send(TurnInput point) => Flow.Take(Flow.Begin(), point, Moment(FlowBench.Start));

    private static FlowMoment Moment(DateTime nowUtc) => new(nowUtc, ChannelKind.Telegram, new SignalId(Guid.CreateVersion7()));
}
