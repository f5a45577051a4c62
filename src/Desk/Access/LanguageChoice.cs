using Microsoft.AspNetCore.Http;
using Senim.Intake;

namespace Senim.Desk.Access;

/// <summary>The language of pages before anyone has signed in: the one chosen on this browser, else the browser's, else Kazakh.</summary>
internal static class LanguageChoice
{
    private const string Cookie = "senim-language";

    public static Language Of(HttpRequest request)
    {
        if (Languages.TryParse(request.Cookies[Cookie], out var chosen))
            return chosen;
        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1))
        {
            if (Languages.TryParse(accepted.Value.Value, out var known))
                return known;
        }

        return Language.Kk;
    }

    public static void Keep(HttpContext context, Language language) =>
        context.Response.Cookies.Append(Cookie, language.Code(), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
}
