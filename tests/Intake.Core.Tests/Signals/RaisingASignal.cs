using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Intake.Core.Tests.Signals;

public sealed class RaisingASignal
{
    private static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_higher_urgency_puts_nothing_off_that_was_promised_before()
    {
        var row = Signal(Urgency.Urgent, Due(hours: 1, visit: 6));

        // Raised hours later, so that its terms, though shorter, end after those that run.
        SignalRows.Raise(row, Urgency.Emergency, Due(hours: 5, visit: 9));

        Assert.Equal(Urgency.Emergency, row.Urgency);
        Assert.Equal(Due(hours: 1, visit: 6), SignalRows.Due(row));
    }

    [Fact]
    public void A_higher_urgency_brings_its_own_terms_where_they_come_sooner()
    {
        var row = Signal(Urgency.Information, Due(hours: 9, visit: null));
        SignalRows.Raise(row, Urgency.Urgent, Due(hours: 1, visit: 24));
        Assert.Equal(Due(hours: 1, visit: 24), SignalRows.Due(row));
    }

    [Fact]
    public void An_equal_or_lower_urgency_changes_nothing()
    {
        var row = Signal(Urgency.Urgent, Due(hours: 4, visit: 6));
        SignalRows.Raise(row, Urgency.Urgent, Due(hours: 1, visit: 1));
        SignalRows.Raise(row, Urgency.Standard, Due(hours: 1, visit: 1));

        Assert.Equal(Urgency.Urgent, row.Urgency);
        Assert.Equal(Due(hours: 4, visit: 6), SignalRows.Due(row));
    }

    private static SignalRow Signal(Urgency urgency, DueTimes due)
    {
        var row = new SignalRow { Version = 1 };
        SignalRows.Raise(row, urgency, due);
        row.Version = 2;
        return row;
    }

    private static DueTimes Due(int hours, int? visit) =>
        new(Noon.AddHours(hours), Noon.AddHours(hours), visit is { } after ? Noon.AddHours(after) : null, Noon.AddHours(hours));
}
