using System.Text;
using Senim.Places.Benchmark.Lines;

namespace Senim.Places.Benchmark.Tests;

public sealed class FrozenLines
{
    private static readonly string[] Kinds =
    [
        "name", "inflected", "typo1", "typo2", "typo3", "latin-old", "latin-new", "former-name", "slang", "village", "village-with-region", "city-district",
        "city-or-region", "in-passing", "noise", "now-beats-was", "ambiguous", "abroad", "wont-say", "story", "english", "common-word",
    ];

    private static IEnumerable<PlaceLine> Both => PlacePart.Measuring.Lines.Concat(PlacePart.Writing.Lines);

    [Fact]
    public void The_measuring_part_is_the_one_that_was_frozen() =>
        Assert.Equal(Encoding.ASCII.GetString(Resources.Bytes("measuring.sha256")).Trim(), PlacePart.Measuring.Sha256);

    [Fact]
    public void There_are_enough_lines_to_measure_by_and_to_work_on()
    {
        Assert.InRange(PlacePart.Measuring.Lines.Count, 450, int.MaxValue);
        Assert.InRange(PlacePart.Writing.Lines.Count, 120, int.MaxValue);
    }

    [Fact]
    public void Each_kind_is_measured_by_15_lines_or_more()
    {
        var counts = PlacePart.Measuring.Lines.CountBy(line => line.Kind).ToDictionary();
        Assert.Equal(Kinds.Order(), counts.Keys.Order());
        Assert.All(counts, kind => Assert.True(kind.Value >= 15, $"{kind.Key} has {kind.Value} lines."));
        Assert.Equal(Kinds.Order(), PlacePart.Writing.Lines.Select(line => line.Kind).Distinct().Order());
    }

    [Fact]
    public void Each_region_is_named_several_times() => Assert.All(Units.Regions, region =>
        Assert.True(PlacePart.Measuring.Lines.Count(line => Units.Contains(region, line.Code)) >= 8, $"{region} is named too seldom."));

    [Fact]
    public void No_line_stands_twice()
    {
        Assert.Empty(Both.GroupBy(line => line.Id).Where(lines => lines.Count() > 1).Select(lines => lines.Key));
        Assert.Empty(Both.GroupBy(line => Bare(line.Text)).Where(lines => lines.Count() > 1).Select(lines => lines.First().Id));

        static string Bare(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
    }

    [Fact]
    public void Each_code_is_a_unit_of_the_project() =>
        Assert.Empty(Both.Where(line => !line.Right.All(Units.Exists)).Select(line => line.Id));

    [Fact]
    public void A_unit_is_named_just_where_one_may_be_offered()
    {
        Assert.Empty(Both.Where(line => line.Expect is Expectation.None != line.Code is null).Select(line => line.Id));
        Assert.Empty(Both.Where(line => line.Also.Count > 0 && (line.Code is null || line.Right.Distinct().Count() <= line.Also.Count)).Select(line => line.Id));
    }
}
