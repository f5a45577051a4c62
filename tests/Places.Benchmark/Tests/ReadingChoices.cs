using Senim.Places.Benchmark.Lines;

namespace Senim.Places.Benchmark.Tests;

public sealed class ReadingChoices
{
    [Theory]
    [InlineData("Абай ауданы, Қарағанды облысы", "353200000")]
    [InlineData("Абай ауданы, Шымкент қаласы", "791110000")]
    [InlineData("Толе би, Іле ауданы, Алматы облысы", "196800000")]
    [InlineData("Panfilov District, Zhetisu Region", "334600000")]
    [InlineData("область Жетісу", "330000000")]
    [InlineData("Алматы қаласы", "750000000")]
    [InlineData("Алматы ауданы, Ақтөбе қаласы, Ақтөбе облысы", "151013100")]
    [InlineData("Алматы ауданы, Ақтөбе облысы", "151013100")]
    public void A_choice_names_one_unit(string choice, string code) => Assert.Equal(code, Units.Named(choice));

    [Theory]
    [InlineData("Абай ауданы")]
    [InlineData("Тараз")]
    public void A_choice_that_does_not_is_refused(string choice) => Assert.Throws<FormatException>(() => Units.Named(choice));
}
