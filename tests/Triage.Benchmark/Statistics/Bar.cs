namespace Senim.Triage.Benchmark.Statistics;

/// <summary>A kind of error and how many of it a column may hold.</summary>
internal sealed record Bar(string Name, int Count, int Allowed, int Of)
{
    public bool Met => Count <= Allowed;

    /// <summary>The bars of one column: 2 of 60 and 0, 1 of 45, 4 of 45, scaled down to whole lines.</summary>
    public static IReadOnlyList<Bar> Over(ConfusionTable table)
    {
        var emergencies = table.Labelled(Level.Emergency);
        var information = table.Labelled(Level.Information);
        var standard = table.Labelled(Level.Standard);
        return
        [
            new("Emergencies missed", emergencies - table[Level.Emergency, Level.Emergency], emergencies * 2 / 60, emergencies),
            new("Emergencies below Urgent", table[Level.Emergency, Level.Standard] + table[Level.Emergency, Level.Information], 0, emergencies),
            new("Information raised to Emergency", table[Level.Information, Level.Emergency], information / 45, information),
            new("Standard raised to Emergency", table[Level.Standard, Level.Emergency], standard * 4 / 45, standard),
        ];
    }
}
