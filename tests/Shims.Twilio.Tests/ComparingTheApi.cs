using Senim.Shims.Api;
using Twilio;

namespace Senim.Shims.Twilio.Tests;

/// <summary>api.txt against what is compiled: the package holds at least that, the shim that and nothing else.</summary>
public class ComparingTheApi
{
    private static readonly ApiListing Listed = ApiListing.Read(Path.Combine(AppContext.BaseDirectory, "api.txt"));
    private static readonly ApiListing There = ApiPrinter.Print(typeof(TwilioClient).Assembly);

    [Fact]
    public void Everything_listed_is_there_as_it_is_listed() => Assert.Empty(Listed.Without(There));

#if SDK_SHIMS
    [Fact]
    public void Nothing_is_there_that_is_not_listed() => Assert.Empty(There.Without(Listed));
#endif
}
