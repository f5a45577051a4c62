using Senim.Shims.Api;
using Stateless;

namespace Senim.Shims.Stateless.Tests;

/// <summary>api.txt against what is compiled: the shim holds that and nothing else, the package holds at least that.</summary>
public class ComparingTheApi
{
    private static readonly ApiListing Listed = ApiListing.Read(Path.Combine(AppContext.BaseDirectory, "api.txt"));
    private static readonly ApiListing There = ApiPrinter.Print(typeof(FiringMode).Assembly);

    [Fact]
    public void Everything_listed_is_there_as_it_is_listed() => Assert.Empty(Listed.Without(There));

#if SDK_SHIMS
    [Fact]
    public void Nothing_is_there_that_is_not_listed() => Assert.Empty(There.Without(Listed));
#endif
}
