using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Triage;

public sealed class MeasuringOnTheFloorTable
{
    private const int FewestMessages = 120;
    private const int MostRaisedToEmergency = 2;
    private static readonly RuleTriage Triage = RuleTriage.Load();

    [Fact]
    public void The_table_is_large_enough_and_holds_every_column_and_level()
    {
        Assert.True(FloorTable.Floor.Count >= FewestMessages);
        Assert.True(FloorTable.Floor.Count(message => message.Level == Urgency.Emergency) >= FewestMessages / 3);
        Assert.Equal(
            ["en", "kk", "latin", "mixed", "ru"],
            FloorTable.Floor.Select(message => message.Column).Distinct().Order(StringComparer.Ordinal));
        foreach (var column in FloorTable.Floor.GroupBy(message => message.Column))
            Assert.Equal(4, column.Select(message => message.Level).Distinct().Count());
    }

    [Fact]
    public void No_Emergency_is_missed()
    {
        var missed = FloorTable.All.Where(message => message.Level == Urgency.Emergency && Assess(message.Text).Urgency != Urgency.Emergency);

        Assert.Empty(missed);
    }

    [Fact]
    public void Every_Emergency_shows_a_form_of_help()
    {
        Assert.DoesNotContain(FloorTable.All, message => message.Level == Urgency.Emergency && Assess(message.Text).Danger is null);
    }

    [Fact]
    public void Hardly_anything_else_is_raised_to_Emergency()
    {
        var raised = FloorTable.All.Where(message => message.Level < Urgency.Emergency && Assess(message.Text).Urgency == Urgency.Emergency).ToList();

        Assert.True(raised.Count <= MostRaisedToEmergency, string.Join("\n", raised));
    }

    [Fact]
    public void What_is_Urgent_is_never_seen_as_less()
    {
        Assert.DoesNotContain(FloorTable.All, message => message.Level == Urgency.Urgent && Assess(message.Text).Urgency < Urgency.Urgent);
    }

    [Fact]
    public void Nearly_all_other_messages_get_the_level_that_they_have()
    {
        var wrong = FloorTable.All.Where(message => message.Level < Urgency.Emergency && Assess(message.Text).Urgency != message.Level).ToList();

        Assert.True(wrong.Count <= FloorTable.All.Count / 20, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_quote_is_the_writers_own_words()
    {
        foreach (var message in FloorTable.All)
            Assert.All(Assess(message.Text).Reasons, reason => Assert.True(reason.Quote.Length > 0 && message.Text.Contains(reason.Quote, StringComparison.Ordinal), message.Text));
    }

    [Fact]
    public void Another_message_before_or_after_never_makes_it_less_urgent()
    {
        foreach (var (first, seconds) in Pairs())
        {
            var alone = Assess(first.Text).Urgency;
            foreach (var second in seconds)
            {
                Assert.True(Triage.Assess(new TriageInput { Texts = [first.Text, second.Text] }).Urgency >= alone, $"{first.Text} / {second.Text}");
                Assert.True(Triage.Assess(new TriageInput { Texts = [second.Text, first.Text] }).Urgency >= alone, $"{second.Text} / {first.Text}");
            }
        }
    }

    [Fact]
    public void Another_sentence_in_the_same_message_never_makes_it_less_urgent()
    {
        foreach (var (first, seconds) in Pairs())
        {
            // A bare cry is the whole message by definition: more words explain it.
            var alone = Assess(first.Text + ".\nдом").Urgency;
            foreach (var second in seconds)
                Assert.True(Assess($"{first.Text}.\n{second.Text}").Urgency >= alone, $"{first.Text} / {second.Text}");
        }
    }

    /// <summary>Each message with every 29th of the others, another set for each.</summary>
    private static IEnumerable<(FloorMessage First, IEnumerable<FloorMessage> Seconds)> Pairs() => FloorTable.All
        .Select((first, i) => (first, FloorTable.All.Where((_, j) => (i + j) % 29 == 0)));

    private static TriageResult Assess(string text) => Triage.Assess(new TriageInput { Texts = [text] });
}
