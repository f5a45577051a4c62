namespace Senim.Places.Benchmark.Lines;

/// <summary>A place as somebody typed it, and what is right for it. What the fields mean is in docs/places-benchmark.md.</summary>
internal sealed record PlaceLine
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required Expectation Expect { get; init; }

    /// <summary>The code of the right unit; none where no unit may be offered.</summary>
    public required string? Code { get; init; }

    /// <summary>Further right units: of other places with the name, or that can be meant as well.</summary>
    public required IReadOnlyList<string> Also { get; init; }

    public IEnumerable<string> Right => Code is null ? [] : [Code, .. Also];
}

/// <summary>What the text lets somebody know who can only read it.</summary>
internal enum Expectation
{
    /// <summary>It determines one unit.</summary>
    Taken,

    /// <summary>It names places, and only the writer knows which of them is meant or whether the child is there at all.</summary>
    Asked,

    /// <summary>It names no place in the country.</summary>
    None,
}
