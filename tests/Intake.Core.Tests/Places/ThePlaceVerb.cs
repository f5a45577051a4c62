using System.Text.Json;
using Senim.Intake.Places;

namespace Senim.Intake.Core.Tests.Places;

public sealed class ThePlaceVerb
{
    private static readonly PlaceDirectory Directory = PlaceDirectory.Load();

    [Fact]
    public void Answers_a_sure_place_with_its_code() =>
        Assert.Equal(
            """{"id":"7","outcome":"taken","code":"311000000","choices":["город Тараз, Жамбылская область"]}""",
            PlaceCommandLine.Answer(Directory, "7", "12 школа в таразе"));

    [Fact]
    public void Answers_an_uncertain_place_with_choices_in_the_language_of_the_text()
    {
        var line = JsonDocument.Parse(PlaceCommandLine.Answer(Directory, "a\"b", "Абай ауданы")).RootElement;
        Assert.Equal("a\"b", line.GetProperty("id").GetString());
        Assert.Equal("asked", line.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("code").ValueKind);
        Assert.Equal(
            ["Абай ауданы, Абай облысы", "Абай ауданы, Қарағанды облысы", "Абай ауданы, Шымкент қаласы"],
            line.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()));
    }

    [Fact]
    public void Answers_nothing_found_with_no_choices() =>
        Assert.Equal("""{"id":"1","outcome":"none","code":null,"choices":[]}""", PlaceCommandLine.Answer(Directory, "1", "не скажу"));

    [Theory]
    [InlineData("I live in Almaty", "Almaty City")]
    [InlineData("Алматыда", "Алматы қаласы")]
    [InlineData("Tarazda turamyn", "Тараз қаласы, Жамбыл облысы")]
    [InlineData("zhivu v taraze", "город Тараз, Жамбылская область")]
    [InlineData("из Шымкента", "город Шымкент")]
    [InlineData("Шолаққорған ауылы", "Шолаққорған, Созақ ауданы, Түркістан облысы")]
    public void Answers_in_the_language_of_the_text(string text, string expected)
    {
        var line = JsonDocument.Parse(PlaceCommandLine.Answer(Directory, "1", text)).RootElement;
        Assert.Equal(expected, line.GetProperty("choices")[0].GetString());
    }

    [Fact]
    public void Is_one_line_whatever_the_id_and_text_hold() =>
        Assert.DoesNotContain('\n', PlaceCommandLine.Answer(Directory, "1\n2", "Тараз\nАлматы"));
}
