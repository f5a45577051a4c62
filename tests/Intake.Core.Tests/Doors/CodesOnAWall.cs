using System.Text.RegularExpressions;
using Senim.Intake.Doors;
using Senim.Intake.Places;

namespace Senim.Intake.Core.Tests.Doors;

public sealed class CodesOnAWall
{
    [Fact]
    public void A_code_fits_a_link_and_an_SMS_and_is_never_given_twice()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => DoorCode.New()).ToList();
        Assert.All(codes, code => Assert.Matches("^[ACEHKMPTX][ACEHKMPTX245679]{7}$", code));
        Assert.All(codes, code => Assert.True(Regex.Count(code, "[0-9]") >= 2, code));
        Assert.All(codes, code => Assert.Equal(code, DoorCode.Read(code)));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Theory]
    [InlineData("KX7P4TA9")]
    [InlineData("kx7p4ta9")]
    [InlineData(" KX7P 4TA9. ")]
    [InlineData("KX7P-4TA9")]
    [InlineData("«KX7P4TA9»")]
    [InlineData("КХ7Р4ТА9")]
    [InlineData("кх7р 4та9")]
    public void It_is_read_however_it_is_typed(string typed) => Assert.Equal("KX7P4TA9", DoorCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KX7P4TA")]
    [InlineData("KX7P4TA99")]
    [InlineData("KX7P4TAB")]
    [InlineData("7KXP4TA9")]
    [InlineData("KXXPTTAA")]
    [InlineData("KX 7P4TA9")]
    [InlineData("87011234567")]
    [InlineData("помогите")]
    [InlineData("КАТАНАХЕ")]
    [InlineData("KX7P4TA9 меня бьют")]
    public void Anything_else_is_no_code(string? typed) => Assert.Null(DoorCode.Read(typed));

    [Theory]
    [InlineData("KX7P4TA9 меня бьют", "меня бьют")]
    [InlineData("kx7p 4ta9, мені ұрады.", "мені ұрады.")]
    [InlineData("KX7P4TA9\n- he hits me", "he hits me")]
    [InlineData("KX7P 4TA9", "")]
    [InlineData("KX7P4TA9 9 лет", "9 лет")]
    public void The_words_behind_it_are_left_as_they_came(string typed, string words) => Assert.Equal(("KX7P4TA9", words), DoorCode.ReadFirst(typed));

    [Theory]
    [InlineData("меня бьют KX7P4TA9")]
    [InlineData("KX7P4TA9ка")]
    [InlineData("KX7P 4TA 9")]
    public void A_code_in_the_midst_of_words_is_part_of_them(string typed) => Assert.Null(DoorCode.ReadFirst(typed));

    [Fact]
    public void It_is_printed_in_two_halves_that_are_read_back() => Assert.Equal(("KX7P 4TA9", "KX7P4TA9"), (DoorCode.Write("KX7P4TA9"), DoorCode.Read(DoorCode.Write("KX7P4TA9"))));

    [Theory]
    [InlineData("311000000", "№ 5 мектеп", true)]
    [InlineData("711510000", "№ 5 мектеп", true)]
    [InlineData("710000000", "№ 5 мектеп", true)]
    [InlineData("310000000", "№ 5 мектеп", false)]
    [InlineData("999999999", "№ 5 мектеп", false)]
    [InlineData("", "№ 5 мектеп", false)]
    [InlineData("311000000", " ", false)]
    [InlineData("311000000", "one\ntwo", false)]
    public void A_door_lies_in_a_district_or_city_and_has_a_name_of_one_line(string unit, string name, bool isRight) =>
        Assert.Equal(isRight, DoorName.Fault(PlaceDirectory.Load(), unit, name) is null);

    [Fact]
    public void A_name_that_does_not_fit_is_refused() => Assert.NotNull(DoorName.Fault(PlaceDirectory.Load(), "311000000", new string('а', DoorName.MostChars + 1)));
}
