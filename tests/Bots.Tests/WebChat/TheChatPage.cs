using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Senim.Bots.Channels.WebChat;
using Senim.Bots.Channels.WebChat.Page;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.WebChat;

public sealed partial class TheChatPage(WebChatHost host) : IClassFixture<WebChatHost>
{
    /// <summary>Ten packets of a new connection: what arrives in the first round trip.</summary>
    private const int MostBytes = 14 * 1024;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task All_of_it_comes_compressed_in_at_most_14_KB(string encoding)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);

        using var response = await http.GetAsync("/");
        var body = await response.Content.ReadAsByteArrayAsync();
        using var plain = new StreamReader(encoding == "br"
            ? new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(body), CompressionMode.Decompress));

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.Single());
        Assert.InRange(body.Length, 1000, MostBytes);
        Assert.Equal(await GetAsync(), await plain.ReadToEndAsync());
    }

    [Fact]
    public async Task Only_its_own_scripts_and_styles_are_allowed_by_hash()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync("/");
        var html = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var allowed = policy.Split("; ").ToDictionary(part => part.Split(' ')[0], part => part.Split(' ')[1..]);

        Assert.Equal(["'none'"], allowed["default-src"]);
        Assert.Equal(["'self'"], allowed["connect-src"]);
        Assert.Equal(Hashes(html, "script"), allowed["script-src"]);
        Assert.Equal(Hashes(html, "style"), allowed["style-src"]);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\son\w+\s*=|\sstyle\s*=|javascript:", html);
    }

    [Fact]
    public async Task Nothing_is_kept_and_nobody_is_told_where_the_reader_came_from()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.GetAsync("/");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.DoesNotMatch("localStorage|sessionStorage|indexedDB|document\\.cookie|caches\\.|serviceWorker", html);
    }

    [Fact]
    public async Task Nothing_is_fetched_from_elsewhere()
    {
        var html = await GetAsync();
        var references = Reference().Matches(html).Select(match => match.Value).ToList();

        Assert.Equal([PageWriter.ExitAddress], references);
        Assert.DoesNotMatch(@"<(img|iframe|object|embed|video|audio|source)\b|<link(?! rel=""icon"" href=""data:,"">)|@import|url\(|\bsrc=", html);
    }

    [Fact]
    public async Task Its_first_question_is_the_one_that_the_flow_asks_first()
    {
        var flow = host.Services.GetRequiredService<IFlow>();
        var first = flow.Render(flow.Begin(), ChannelKind.WebChat);
        var html = await GetAsync();
        var asked = Tag().Replace(Question().Match(html).Groups[1].Value.Replace("</p><p", "</p>\n<p", StringComparison.Ordinal), "");
        var buttons = Button().Matches(html).ToDictionary(
            match => match.Groups[1].Value, match => WebUtility.HtmlDecode(Tag().Replace(match.Groups[2].Value, "")).Replace('\u00a0', ' '));

        Assert.Equal(first.Text, WebUtility.HtmlDecode(asked));
        Assert.Equal(
            first.Choices.SelectMany(row => row).ToDictionary(ChoiceCode.Write, choice => choice.Label),
            buttons);
        Assert.Contains(first.Choices.SelectMany(row => row), choice => choice.IsDanger);
    }

    [Fact]
    public async Task Every_word_is_there_in_every_language_and_no_two_share_a_text()
    {
        var texts = new[] { "kk", "ru", "en" }.Select(Words).ToList();

        Assert.All(texts, each => Assert.Equal(texts[0].Keys.Order(), each.Keys.Order()));
        foreach (var key in texts[0].Keys.Except(["log"]))
            Assert.Equal(3, texts.Select(each => each[key]).Distinct().Count());
        Assert.All(texts, each => Assert.All((string[])["unsent", "lost", "no_script"], key =>
            Assert.All((string[])["111", "112", "102"], number => Assert.Contains(number, each[key], StringComparison.Ordinal))));
        Assert.Contains("111", await GetAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    [InlineData("en")]
    public void No_sentence_is_longer_than_a_child_reads(string language) => Assert.All(
        Words(language).Values.SelectMany(text => text.Split('.', ':')),
        sentence => Assert.InRange(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, 12));

    [Fact]
    public async Task Its_head_alone_can_be_asked_for()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    private async Task<string> GetAsync()
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        return await http.GetStringAsync("/");
    }

    private static Dictionary<string, string> Words(string language)
    {
        using var stream = typeof(ChatPage).Assembly.GetManifestResourceStream($"WebChat.Texts.{language}.json")!;
        return System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    private static IEnumerable<string> Hashes(string html, string element) =>
        Regex.Matches(html, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline)
            .Select(match => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(match.Groups[1].Value)))}'");

    [GeneratedRegex(@"(?:https?:|wss?:)?//[\w.]+[^\s""'`]*")]
    private static partial Regex Reference();

    [GeneratedRegex(@"id=""first"">(.*?)</div>")]
    private static partial Regex Question();

    [GeneratedRegex(@"data-code=""([^""]+)""[^>]*>(.*?)</button>")]
    private static partial Regex Button();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
