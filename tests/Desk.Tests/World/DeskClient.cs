using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Senim.Desk.Tests.World;

/// <summary>A browser without script: keeps cookies, follows nothing by itself, sends forms as the pages wrote them.</summary>
internal sealed partial class DeskClient : IDisposable
{
    private readonly HttpClient http;
    private readonly CookieContainer cookies = new();

    public DeskClient(Uri address)
    {
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public CookieCollection Cookies => cookies.GetCookies(http.BaseAddress!);

    public HttpRequestHeaders Headers => http.DefaultRequestHeaders;

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

    public async Task<string> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Opens a page and sends a form with its token.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var token = TokenOf().Match(await ReadAsync(page)).Groups["token"].Value;
        return await PostAsync(action, [.. fields, ("__RequestVerificationToken", WebUtility.HtmlDecode(token))]);
    }

    public Task<HttpResponseMessage> PostAsync(string action, params (string Name, string Value)[] fields) =>
        http.PostAsync(action, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string next = "/queue") =>
        SubmitAsync("/sign-in", "/sign-in", ("name", name), ("password", password), ("next", next));

    /// <summary>Cookies of another client, as when the same browser meets a restarted desk.</summary>
    public void TakeCookiesOf(DeskClient other)
    {
        foreach (Cookie cookie in other.Cookies)
            cookies.Add(http.BaseAddress!, new Cookie(cookie.Name, cookie.Value));
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenOf();
}
