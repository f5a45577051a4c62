using System.Text.RegularExpressions;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Senim.Shims.Api;

namespace Senim.Shims.BotBuilder.Tests;

/// <summary>api.txt against what is compiled: the shim holds that and nothing else, the packages hold at least that.</summary>
public partial class ComparingTheApi
{
    private static readonly ApiListing Listed = ApiListing.Read(Path.Combine(AppContext.BaseDirectory, "api.txt"));
    private static readonly ApiListing There =
        ApiPrinter.Print(typeof(BotAdapter).Assembly, typeof(Activity).Assembly, typeof(Channels).Assembly);

    [Fact]
    public void Everything_listed_is_there_as_it_is_listed() =>
        Assert.All(Listed.Without(There), line => Assert.True(IsKindThatStandsOnMore(line), line));

#if SDK_SHIMS
    [Fact]
    public void Nothing_is_there_that_is_not_listed()
    {
        Assert.Empty(Listed.Without(There));
        Assert.Empty(There.Without(Listed));
    }
#endif

    // Kinds of activity that the project only tells apart are listed by name: in the packages they may have more interfaces under them.
    private static bool IsKindThatStandsOnMore(string line) =>
        Kind().Match(line) is { Success: true } kind
        && typeof(IActivity).IsAssignableFrom(typeof(Activity).Assembly.GetType("Microsoft.Bot.Schema." + kind.Groups[1].Value));

    [GeneratedRegex("^interface (I[A-Za-z]+Activity) : IActivity    // Microsoft.Bot.Schema$")]
    private static partial Regex Kind();
}
