using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Triage;

/// <summary>The counts reached on the tables that came after the floor. They may only fall.</summary>
public sealed class MeasuringOnLaterTables
{
    private static readonly RuleTriage Triage = RuleTriage.Load();

    [Theory]
    [InlineData(nameof(FloorTable.Halves), 0)]
    [InlineData(nameof(FloorTable.Families), 1)]
    public void No_more_Emergencies_are_missed_than_before(string table, int most)
    {
        var missed = Wrong(table).Where(message => message.Level == Urgency.Emergency).ToList();

        Assert.True(missed.Count <= most, string.Join("\n", missed));
    }

    [Theory]
    [InlineData(nameof(FloorTable.Halves))]
    [InlineData(nameof(FloorTable.Families))]
    public void Nothing_else_is_raised_to_Emergency(string table)
    {
        var raised = Wrong(table).Where(message => Assess(message.Text) == Urgency.Emergency).ToList();

        Assert.True(raised.Count == 0, string.Join("\n", raised));
    }

    [Theory]
    [InlineData(nameof(FloorTable.Halves), 2)]
    [InlineData(nameof(FloorTable.Families), 34)]
    public void No_more_of_the_others_get_another_level_than_before(string table, int most)
    {
        var wrong = Wrong(table).Where(message => message.Level < Urgency.Emergency).ToList();

        Assert.True(wrong.Count <= most, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData(nameof(FloorTable.Halves))]
    [InlineData(nameof(FloorTable.Families))]
    public void Every_quote_is_the_writers_own_words(string table)
    {
        foreach (var message in Table(table))
        {
            var result = Triage.Assess(new TriageInput { Texts = [message.Text] });
            Assert.All(result.Reasons, reason => Assert.True(reason.Quote.Length > 0 && message.Text.Contains(reason.Quote, StringComparison.Ordinal), message.Text));
        }
    }

    private static List<FloorMessage> Wrong(string table) => [.. Table(table).Where(message => Assess(message.Text) != message.Level)];

    private static IReadOnlyList<FloorMessage> Table(string table) => table == nameof(FloorTable.Halves) ? FloorTable.Halves : FloorTable.Families;

    private static Urgency Assess(string text) => Triage.Assess(new TriageInput { Texts = [text] }).Urgency;
}
