using Senim.Shims.Api;
using Telegram.Bot;

namespace Senim.Shims.TelegramBot.Tests;

/// <summary>api.txt against what is compiled: the package holds at least that, the shim that and what stands in api-unprinted.txt.</summary>
public class ComparingTheApi
{
    private static readonly ApiListing Listed = Read("api.txt");
    private static readonly ApiListing There = ApiPrinter.Print(typeof(TelegramBotClient).Assembly);

    [Fact]
    public void Everything_listed_is_there_as_it_is_listed() => Assert.Empty(Listed.Without(There));

#if SDK_SHIMS
    [Fact]
    public void Nothing_is_there_that_is_not_listed()
    {
        var unprinted = Read("api-unprinted.txt");

        Assert.Empty(unprinted.Without(There));
        Assert.Empty(There.Without(Listed).Except(unprinted.Lines));
    }
#endif

    private static ApiListing Read(string name) => ApiListing.Read(Path.Combine(AppContext.BaseDirectory, name));
}
