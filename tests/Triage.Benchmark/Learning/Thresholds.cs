using Senim.Intake.Triage.Weighing;

namespace Senim.Triage.Benchmark.Learning;

/// <param name="Emergency">A stretch that weighs more is raised to Emergency; likewise the next two.</param>
/// <param name="Calm">An entry's Emergency where all weighs less is Urgent.</param>
/// <param name="Nothing">What weighs less on the scale of Standard was understood as a report of nothing.</param>
internal sealed record Thresholds(float Emergency, float Urgent, float Standard, float Calm, float Nothing)
{
    /// <summary>
    /// Chosen by <c>learn --compare</c>: as many Emergencies as the bars on false alarms leave room for, then as few of them below Urgent as
    /// can be had without calling most of Standard Urgent.
    /// </summary>
    public static readonly Thresholds Chosen = new(Emergency: 0f, Urgent: 0.05f, Standard: 0.3f, Calm: -0.1f, Nothing: -0.25f);

    public static IEnumerable<(string Name, Thresholds Thresholds)> Neighbours()
    {
        foreach (var change in new[] { -0.2f, -0.1f, -0.05f, 0.05f, 0.1f, 0.2f })
        {
            yield return ($"Emergency {change:+0.00;-0.00}", Chosen with { Emergency = Chosen.Emergency + change });
            yield return ($"Urgent {change:+0.00;-0.00}", Chosen with { Urgent = Chosen.Urgent + change });
            yield return ($"Standard {change:+0.00;-0.00}", Chosen with { Standard = Chosen.Standard + change });
            yield return ($"Calm {change:+0.00;-0.00}", Chosen with { Calm = Chosen.Calm + change });
            yield return ($"Nothing {change:+0.00;-0.00}", Chosen with { Nothing = Chosen.Nothing + change });
        }
    }

    public IEnumerable<(string Feature, int Rarity, int[] Weights)> Rows() =>
    [
        (WeightTable.Raise, 0, [Whole(Emergency), Whole(Urgent), Whole(Standard), 0, 0]),
        (WeightTable.Calm, 0, [Whole(Calm), 0, Whole(Nothing), 0, 0]),
    ];

    private static int Whole(float threshold) => (int)MathF.Round(threshold * WeightTable.Unit);
}
