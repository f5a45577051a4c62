using Microsoft.Extensions.Primitives;

namespace Senim.Hosting.Serving;

/// <summary>
/// A proxy that ends TLS says so in <c>X-Forwarded-Proto</c>; cookies are then for TLS alone and the stream's address begins with wss. Whoever writes
/// the header without a proxy gains nothing by it. No other header of this kind is read: whom a request comes from is of no interest here.
/// </summary>
internal static class ProxyScheme
{
    private const string Header = "X-Forwarded-Proto";

    public static void UseProxyScheme(this WebApplication app) => app.Use(static (context, next) =>
    {
        if (context.Request.Headers.TryGetValue(Header, out StringValues scheme) && scheme is ["https"])
            context.Request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    });
}
