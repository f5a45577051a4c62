namespace Senim.Triage.Benchmark.Learning;

/// <summary>
/// A linear separator: L2-regularised, squared hinge loss, by dual coordinate descent (Hsieh et al., "A dual coordinate descent method for
/// large-scale linear SVM", ICML 2008). Before that each feature is scaled by how much more often it stands on one side (Wang and Manning,
/// "Baselines and bigrams", ACL 2012). The same input gives the same weights: one thread, a fixed order of cases.
/// </summary>
internal static class LinearLearner
{
    private const int Passes = 30;
    private const int Seed = 2020;
    private const float BiasSize = 0.5f;

    /// <summary>How far features that stand on both sides alike are held back: 0 not at all, 1 in full.</summary>
    private const float Contrast = 0.3f;
    private const float LeastWorth = 0.1f;

    /// <summary>A weight for each feature, the bias after the last.</summary>
    public static float[] Learn(int features, IReadOnlyList<Case> cases)
    {
        var worth = Worth(features, cases);
        var vectors = cases.Select(one => one.Vector.Times(worth)).ToArray();
        var weights = Descend(features, vectors, cases);
        for (var feature = 0; feature < features; feature++)
            weights[feature] *= worth[feature];
        weights[features] *= BiasSize;
        return weights;
    }

    private static float[] Descend(int features, Vector[] vectors, IReadOnlyList<Case> cases)
    {
        var weights = new float[features + 1];
        var alphas = new float[vectors.Length];
        var order = Enumerable.Range(0, vectors.Length).ToArray();
        var squares = vectors.Select(vector => (BiasSize * BiasSize) + vector.Sizes.Sum(size => size * size)).ToArray();
        var random = new Random(Seed);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var side = cases[i].Positive ? 1f : -1f;
                var slack = 0.5f / cases[i].Cost;
                var gradient = (side * (vectors[i].Dot(weights) + (BiasSize * weights[features]))) - 1 + (slack * alphas[i]);
                var alpha = MathF.Max(alphas[i] - (gradient / (squares[i] + slack)), 0);
                var step = (alpha - alphas[i]) * side;
                alphas[i] = alpha;
                if (step == 0)
                    continue;
                for (var f = 0; f < vectors[i].Features.Length; f++)
                    weights[vectors[i].Features[f]] += step * vectors[i].Sizes[f];
                weights[features] += step * BiasSize;
            }
        }

        return weights;
    }

    private static float[] Worth(int features, IReadOnlyList<Case> cases)
    {
        var (here, there) = (new float[features], new float[features]);
        foreach (var one in cases)
        {
            var counts = one.Positive ? here : there;
            foreach (var feature in one.Vector.Features)
                counts[feature] += one.Cost;
        }

        var allHere = cases.Where(one => one.Positive).Sum(one => one.Cost) + 2;
        var allThere = cases.Where(one => !one.Positive).Sum(one => one.Cost) + 2;
        return [.. here.Zip(there, (h, t) => MathF.Pow(MathF.Abs(MathF.Log((h + 1) / allHere * allThere / (t + 1))) + LeastWorth, Contrast))];
    }
}
