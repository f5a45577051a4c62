using Senim.Intake.Places;

namespace Senim.Intake.Core.Tests.Places;

/// <summary>A place may be named for sure while nothing says that the writer is there.</summary>
public sealed class NamedInPassing
{
    private static readonly PlaceDirectory Directory = PlaceDirectory.Load();

    [Theory]
    [InlineData("Вчера ездили в Тараз к бабушке, там меня обижали", "311000000")]
    [InlineData("брат из Шымкента приехал и бьёт меня", "790000000")]
    public void Its_name_is_sure_and_it_is_still_asked(string text, string code)
    {
        var asked = Assert.IsType<PlaceMatch.Asked>(Directory.Resolve(text));
        Assert.True(asked.IsNamed);
        Assert.Equal(code, asked.Candidates[0].Unit.Code);
    }

    [Theory]
    [InlineData("And in the canteen too.")]
    [InlineData("Абай ауданында ұрып жатыр")]
    [InlineData("меня обижают на Абая")]
    public void What_may_be_another_place_or_none_is_not_named(string text) =>
        Assert.False(Directory.Resolve(text) is PlaceMatch.Asked { IsNamed: true });
}
