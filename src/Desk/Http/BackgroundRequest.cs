using Microsoft.AspNetCore.Http;

namespace Senim.Desk.Http;

/// <summary>Requests that a page makes by itself: its event stream, and the page fetched again after an event.</summary>
internal static class BackgroundRequest
{
    public const string Header = "X-Senim-Refresh";

    public const string EventsPath = "/queue/events";

    public static bool Is(HttpRequest request) => request.Headers.ContainsKey(Header) || request.Path == EventsPath;
}
