namespace Senim.Triage.Benchmark.Learning;

/// <summary>What one stretch of a line holds: numbers of features and their sizes, over the vector's length.</summary>
internal sealed record Vector(int[] Features, float[] Sizes)
{
    public float Dot(float[] weights)
    {
        var sum = 0f;
        for (var i = 0; i < Features.Length; i++)
            sum += weights[Features[i]] * Sizes[i];
        return sum;
    }

    /// <summary>Each size times what its feature is worth.</summary>
    public Vector Times(float[] worth) => new(Features, [.. Sizes.Select((size, i) => size * worth[Features[i]])]);
}

/// <summary>A vector to learn from.</summary>
/// <param name="Cost">What taking it for the other side costs.</param>
internal sealed record Case(Vector Vector, bool Positive, float Cost);
