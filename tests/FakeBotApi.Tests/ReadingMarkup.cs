namespace Senim.FakeBotApi.Tests;

public class ReadingMarkup : BotClient
{
    [Theory]
    [InlineData("HTML", "<b>a <i>b</i></b> &lt;c&gt; &amp;&nbsp;", "a b <c> &&nbsp;", "bold:0:3 italic:2:1")]
    [InlineData("html", "<a href=\"https://example.org/?a=1&amp;b=2\">x</a>", "x", "text_link:0:1:https://example.org/?a=1&b=2")]
    [InlineData("HTML", "<span class=\"tg-spoiler\">x</span><blockquote expandable>y</blockquote>", "xy", "spoiler:0:1 blockquote:1:1")]
    [InlineData("MarkdownV2", "*a _b_* \\. `c` ||d|| [e](https://example.org)", "a b . c d e", "bold:0:3 italic:2:1 code:6:1 spoiler:8:1 text_link:10:1:https://example.org")]
    [InlineData("MarkdownV2", "__u__ ~s~", "u s", "underline:0:1 strikethrough:2:1")]
    [InlineData("Markdown", "*a* _b_ `c` \\_ [d](https://example.org)", "a b c _ d", "bold:0:1 italic:2:1 code:4:1 text_link:8:1:https://example.org")]
    public async Task Markup_becomes_text_and_entities(string mode, string markup, string text, string entities)
    {
        Server.SendText(Child, "/start");

        await CallAsync("sendMessage", new { chat_id = Child, text = markup, parse_mode = mode });

        var seen = Server.Chat(Child).LastBotMessage!;
        Assert.Equal(text, seen.Text);
        Assert.Equal(entities, string.Join(' ', seen.Entities.Select(entity => $"{entity.Type}:{entity.Offset}:{entity.Length}{(entity.Url is null ? "" : $":{entity.Url}")}")));
    }

    [Theory]
    [InlineData("HTML", "a < b", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("HTML", "жж<h1>x</h1>", "Unsupported start tag \"h1\" at byte offset 4")]
    [InlineData("HTML", "<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("HTML", "<b>x</i>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("HTML", "x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("HTML", "<b x", "Unclosed start tag at byte offset 0")]
    [InlineData("HTML", "<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\"")]
    [InlineData("MarkdownV2", "Done.", "Character '.' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("MarkdownV2", "*x", "Can't find end of Bold entity at byte offset 0")]
    [InlineData("MarkdownV2", "`x", "Can't find end of Code entity at byte offset 0")]
    [InlineData("Markdown", "x_y", "Can't find end of the entity starting at byte offset 1")]
    public async Task Broken_markup_is_refused(string mode, string markup, string expected)
    {
        Server.SendText(Child, "/start");

        var refusal = await RefusalAsync("sendMessage", new { chat_id = Child, text = markup, parse_mode = mode });

        Assert.StartsWith($"400 Bad Request: can't parse entities: {expected}", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_mode_and_entities_out_of_the_text_are_refused()
    {
        Server.SendText(Child, "/start");

        Assert.Equal("400 Bad Request: unsupported parse_mode", await RefusalAsync("sendMessage", new { chat_id = Child, text = "x", parse_mode = "BBCode" }));
        Assert.Contains("outside of the text", await RefusalAsync("sendMessage", new { chat_id = Child, text = "x", entities = new[] { new { type = "bold", offset = 0, length = 2 } } }), StringComparison.Ordinal);
    }
}
