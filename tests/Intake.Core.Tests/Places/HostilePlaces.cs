using Senim.Intake.Places;

namespace Senim.Intake.Core.Tests.Places;

/// <summary>Nothing typed may stop the directory or be read beyond its first thousand characters.</summary>
public sealed class HostilePlaces
{
    private static readonly PlaceDirectory Directory = PlaceDirectory.Load();

    public static TheoryData<string> Texts => new()
    {
        "",
        " \t\r\n",
        "....,,,,!!!!",
        "😀😀😀",
        "\u202e\u202d\u200f",
        "\ud800\udc00\ud800",
        "\0\u0001",
        "'; DROP TABLE places; --",
        new string('a', 1_000_000),
        new string('а', 1_000_000),
        new string('\u0301', 10_000),
        new string('1', 5_000),
        string.Concat(Enumerable.Repeat("- ", 5_000)),
        string.Concat(Enumerable.Repeat("район ", 5_000)),
        string.Concat(Enumerable.Repeat("улица имени ", 5_000)),
        string.Concat(Enumerable.Range(0, 5_000).Select(i => "зхцщ" + (char)('а' + (i % 32)) + "фъ ")),
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Answer_nothing(string text) => Assert.IsType<PlaceMatch.None>(Directory.Resolve(text));

    [Fact]
    public void Marks_over_the_letters_do_not_hide_a_name()
    {
        var marked = string.Concat("Тараз".Select(letter => letter + new string('\u0301', 1_000)));
        Assert.Equal("311000000", Assert.IsType<PlaceMatch.Taken>(Directory.Resolve(marked)).Candidate.Unit.Code);
    }

    [Fact]
    public void What_stands_after_the_first_thousand_characters_is_not_read()
    {
        var far = string.Concat(Enumerable.Repeat("да ", 400)) + "Тараз";
        Assert.IsType<PlaceMatch.None>(Directory.Resolve(far));
        Assert.IsType<PlaceMatch.Taken>(Directory.Resolve(far[^8..]));
    }

    [Fact]
    public void The_same_text_is_read_alike_on_many_threads()
    {
        var texts = new[] { "Тараз", "Корогонда", "Абай ауданы", "село Бейнеу", "не скажу" };
        var alone = texts.Select(text => PlaceCommandLine.Answer(Directory, "1", text)).ToArray();
        Parallel.For(0, 200, i => Assert.Equal(alone[i % texts.Length], PlaceCommandLine.Answer(Directory, "1", texts[i % texts.Length])));
    }
}
