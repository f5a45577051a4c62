using System.Net;
using System.Text.RegularExpressions;

namespace Senim.EndToEnd.Tests.Harness;

/// <summary>A member of staff with a browser that runs no script: pages, forms and their tokens.</summary>
internal sealed partial class DeskClient : IDisposable
{
    private readonly HttpClient http;

    private DeskClient(Uri desk) => http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, UseProxy = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = desk,
    };

    /// <exception cref="InvalidOperationException">Name and password were not taken.</exception>
    public static async Task<DeskClient> SignInAsync(Uri desk, string name, string password)
    {
        var client = new DeskClient(desk);
        using var answer = await client.SendFormAsync("/sign-in", "/sign-in", new() { ["name"] = name, ["password"] = password, ["next"] = "/queue" });
        return answer.RequestMessage!.RequestUri!.AbsolutePath == "/queue"
            ? client
            : throw new InvalidOperationException($"'{name}' could not sign in ({(int)answer.StatusCode}).");
    }

    public static Task<DeskClient> SignInAsync(HostProcess host, string demoName) => SignInAsync(host.DeskUrl, demoName, host.DemoPassword);

    /// <summary>The queue, most urgent first.</summary>
    public async Task<IReadOnlyList<QueueEntry>> QueueAsync()
    {
        var page = await http.GetStringAsync("/queue");
        return
        [
            .. Row().Matches(page).Select(row => new QueueEntry(
                row.Groups["urgency"].Value,
                Guid.Parse(Link().Match(row.Value).Groups["item"].Value),
                Link().Match(row.Value).Groups["reference"].Value.Trim())),
        ];
    }

    /// <summary>Looks at the queue until it holds so many: an event is on its way for a moment.</summary>
    public async Task<IReadOnlyList<QueueEntry>> WaitForQueueAsync(int entries)
    {
        for (var until = DateTime.UtcNow + TimeSpan.FromSeconds(30); ;)
        {
            var queue = await QueueAsync();
            if (queue.Count >= entries)
                return queue;
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"The queue holds {queue.Count} signals, not {entries}.");
            await Task.Delay(50);
        }
    }

    /// <summary>What lies below the signal's page, such as <c>files/ID/clear</c>.</summary>
    public Task<HttpResponseMessage> GetAsync(QueueEntry entry, string below) => http.GetAsync(new Uri($"{Path(entry)}/{below}", UriKind.Relative));

    /// <summary>Sends a form of the signal's page.</summary>
    public Task<HttpResponseMessage> SendAsync(QueueEntry entry, string action) => SendFormAsync(Path(entry), $"{Path(entry)}/{action}", []);

    public Task<HttpResponseMessage> GetAsync(QueueEntry entry) => http.GetAsync(new Uri(Path(entry), UriKind.Relative));

    /// <summary>The page as text: entities resolved.</summary>
    public async Task<string> ReadAsync(QueueEntry entry) => WebUtility.HtmlDecode(await http.GetStringAsync(new Uri(Path(entry), UriKind.Relative)));

    /// <summary>Presses the button on the signal's page.</summary>
    public async Task<string> AcknowledgeAsync(QueueEntry entry)
    {
        using var answer = await SendFormAsync(Path(entry), $"{Path(entry)}/acknowledge", []);
        answer.EnsureSuccessStatusCode();
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The same without having seen the page: with the token of another one.</summary>
    public Task<HttpResponseMessage> TryAcknowledgeAsync(QueueEntry entry) => SendFormAsync("/queue", $"{Path(entry)}/acknowledge", []);

    /// <summary>Asks the reporter in the two steps of the page.</summary>
    /// <returns>What is shown before it is sent.</returns>
    public async Task<string> AskAsync(QueueEntry entry, string code, string language, string text)
    {
        using var shown = await SendFormAsync(Path(entry), $"{Path(entry)}/ask", new() { ["code"] = code, ["language"] = language, ["text"] = text });
        shown.EnsureSuccessStatusCode();
        var preview = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync());
        var fields = new Dictionary<string, string> { ["id"] = QuestionId().Match(preview).Groups["id"].Value, ["code"] = code, ["language"] = language, ["text"] = text };
        using var sent = await SendFormAsync(Path(entry), $"{Path(entry)}/ask/send", fields);
        sent.EnsureSuccessStatusCode();
        return preview;
    }

    /// <summary>The same without having seen the page.</summary>
    public Task<HttpResponseMessage> TryAskAsync(QueueEntry entry, string code) =>
        SendFormAsync("/queue", $"{Path(entry)}/ask/send", new() { ["id"] = $"{Guid.NewGuid()}", ["code"] = code, ["language"] = "kk" });

    /// <summary>Looks at the page until it shows all of it: an event is on its way for a moment.</summary>
    public async Task<string> WaitForPageAsync(QueueEntry entry, params string[] words)
    {
        for (var until = DateTime.UtcNow + TimeSpan.FromSeconds(30); ;)
        {
            var page = await ReadAsync(entry);
            if (words.FirstOrDefault(word => !page.Contains(word, StringComparison.Ordinal)) is not { } missing)
                return page;
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"The page does not say '{missing}'.");
            await Task.Delay(100);
        }
    }

    public void Dispose() => http.Dispose();

    private static string Path(QueueEntry entry) => $"/queue/{entry.ItemId}";

    private async Task<HttpResponseMessage> SendFormAsync(string page, string action, Dictionary<string, string> fields)
    {
        var form = await http.GetStringAsync(new Uri(page, UriKind.Relative));
        fields["__RequestVerificationToken"] = WebUtility.HtmlDecode(FormToken().Match(form).Groups["token"].Value);
        using var content = new FormUrlEncodedContent(fields);
        return await http.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("name=\"id\" value=\"(?<id>[0-9a-f-]{36})\"")]
    private static partial Regex QuestionId();

    [GeneratedRegex("<tr role=\"row\" class=\"(?<urgency>emergency|urgent|standard|information)[^\"]*\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("href=\"/queue/(?<item>[0-9a-f-]{36})\"[^>]*>(?<reference>[^<]*)</a>")]
    private static partial Regex Link();
}

/// <param name="Urgency">As the row's class names it: <c>emergency</c>, <c>urgent</c>, <c>standard</c>, <c>information</c>.</param>
internal sealed record QueueEntry(string Urgency, Guid ItemId, string Reference);
