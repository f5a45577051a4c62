using Senim.Intake.Places.Matching;

namespace Senim.Intake.Core.Tests.Places;

/// <summary>A distance under a limit is the same that it is without one; only what is beyond it is not worked out.</summary>
public sealed class MeasuringSpelling
{
    private const string Letters = "aeioutdkgszlmnr";

    [Fact]
    public void A_limit_changes_no_distance_below_it()
    {
        var random = new Random(7);
        var below = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var name = Word(random);
            var typed = Misspell(random, name);
            if (typed.Length == 0)
                continue;
            var whole = SpellingDistance.Between(typed, name, 40);
            var limit = random.Next(0, 12) * 0.25;
            var limited = SpellingDistance.Between(typed, name, limit);

            Assert.True(limited == (whole <= limit ? whole : double.PositiveInfinity), $"{typed} and {name}: {whole} without a limit, {limited} under {limit}");
            if (whole <= limit)
                below++;
        }

        // Both sides of the limit were met often.
        Assert.InRange(below, 2_000, 18_000);
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(3, 14)).Select(_ => Letters[random.Next(Letters.Length)])]);

    private static string Misspell(Random random, string name)
    {
        var letters = name.ToList();
        for (var slips = random.Next(0, 4); slips > 0 && letters.Count > 1; slips--)
        {
            var at = random.Next(letters.Count);
            switch (random.Next(4))
            {
                case 0:
                    letters.RemoveAt(at);
                    break;
                case 1:
                    letters.Insert(at, Letters[random.Next(Letters.Length)]);
                    break;
                case 2:
                    letters[at] = Letters[random.Next(Letters.Length)];
                    break;
                default:
                    if (at + 1 < letters.Count)
                        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
                    break;
            }
        }

        return new string([.. letters]);
    }
}
