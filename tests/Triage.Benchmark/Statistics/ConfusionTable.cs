namespace Senim.Triage.Benchmark.Statistics;

/// <summary>How many lines of each level were said to be of which.</summary>
internal sealed class ConfusionTable
{
    private readonly int[,] counts = new int[Levels.FromTheTop.Length, Levels.FromTheTop.Length];

    public int this[Level labelled, Level said] => counts[(int)labelled, (int)said];

    public void Add(Level labelled, Level said, int lines = 1) => counts[(int)labelled, (int)said] += lines;

    public int Labelled(Level level) => Levels.FromTheTop.Sum(said => this[level, said]);

    public int Said(Level level) => Levels.FromTheTop.Sum(labelled => this[labelled, level]);

    /// <summary>Of the lines of this level, those said to be of it.</summary>
    public Share Recall(Level level) => new(this[level, level], Labelled(level));

    /// <summary>Of the lines said to be of this level, those that are.</summary>
    public Share Precision(Level level) => new(this[level, level], Said(level));
}
