namespace Senim.Intake.Triage.Weighing;

/// <summary>What each word of a message brings to the sums, as its features are taken.</summary>
/// <param name="known">What words met lately weigh by themselves.</param>
internal sealed class WordSums(WeightTable table, Remembered<WordWeight> known, int words) : IFeatureSink
{
    private readonly WordWeight[] _alone = new WordWeight[words];
    private readonly WordWeight[] _around = [.. Enumerable.Range(0, words).Select(_ => new WordWeight(table))];

    /// <summary>Up to and without each word, so that any stretch is a difference of two.</summary>
    private readonly Sums[] _before = new Sums[words + 1];
    private readonly float[] _squaresBefore = new float[words + 1];
    private readonly int[] _readBefore = new int[words + 1];

    public void TakeWord(int word, string typed) => _alone[word] = known.Of(typed, letters => WordWeight.Of(table, letters));

    public void Take(int word, ReadOnlySpan<char> feature, float value) => _around[word].Take(word, feature, value);

    public void Finish()
    {
        for (var word = 0; word < words; word++)
        {
            for (var scale = 0; scale < Sums.Scales; scale++)
                _before[word + 1][scale] = _before[word][scale] + _alone[word].Sums[scale] + _around[word].Sums[scale];
            _squaresBefore[word + 1] = _squaresBefore[word] + _alone[word].Squares + _around[word].Squares;
            _readBefore[word + 1] = _readBefore[word] + (IsRead(word) ? 1 : 0);
        }
    }

    /// <summary>How many words of a stretch are known, each by itself.</summary>
    public int Read(int from, int to) => _readBefore[to] - _readBefore[from];

    public Sums Of(int from, int to)
    {
        var length = Length(_squaresBefore[to] - _squaresBefore[from]);
        var sums = table.Biases;
        for (var scale = 0; scale < Sums.Scales; scale++)
            sums[scale] += (_before[to][scale] - _before[from][scale]) / length;
        return sums;
    }

    /// <summary>What one word weighs before the stretch's length is taken into account.</summary>
    public float Weight(int word, Scale scale) => _alone[word].Sums[scale] + _around[word].Sums[scale];

    /// <summary>The length by which a sum is divided; never small, so that a few words do not weigh like many.</summary>
    public static float Length(float squares) => MathF.Sqrt(squares + 3f);

    /// <summary>A word said over and over is read once.</summary>
    private bool IsRead(int word) => Known(word) is >= 0 and var number && number != Known(word - 1) && number != Known(word - 2);

    private int Known(int word) => word < 0 ? -1 : _alone[word].Known;
}
