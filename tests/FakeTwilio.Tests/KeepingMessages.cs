using System.Net;

namespace Senim.FakeTwilio.Tests;

public class KeepingMessages : AccountOwner
{
    [Fact]
    public async Task The_list_is_paged_from_the_newest_and_holds_still_while_it_is_emptied()
    {
        for (var number = 1; number <= 5; number++)
            Server.KeepText(Child, $"text {number}");

        List<string> read = [];
        var next = $"{Messages}.json?To={Uri.EscapeDataString(Server.Number)}&PageSize=2";
        while (next is not null)
        {
            var page = await GetAsync(next);
            foreach (var message in page["messages"]!.AsArray())
            {
                read.Add(message!["body"]!.GetValue<string>());
                Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Delete, message["uri"]!.GetValue<string>()));
            }

            Server.KeepText("+77010000002", "came meanwhile");
            next = page["next_page_uri"]?.GetValue<string>();
        }

        Assert.Equal(["text 5", "text 4", "text 3", "text 2", "text 1"], read);
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_a_message()
    {
        for (var number = 1; number <= 4; number++)
            Server.KeepText(Child, $"text {number}");

        var first = await GetAsync($"{Messages}.json?PageSize=2");
        var second = await GetAsync(first["next_page_uri"]!.GetValue<string>());

        Assert.Equal(["text 2", "text 1"], second["messages"]!.AsArray().Select(message => message!["body"]!.GetValue<string>()));
        Assert.Null(second["next_page_uri"]);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_numbers_and_times()
    {
        Server.KeepText(Child, "yesterday");
        Server.AdvanceClock(TimeSpan.FromDays(1));
        Server.KeepText(Child, "now");
        Server.KeepText("+77010000002", "another");
        var yesterday = Server.Now.AddDays(-1).UtcDateTime;

        Assert.Equal(["now", "yesterday"], await BodiesAsync($"From={Uri.EscapeDataString(Child)}"));
        Assert.Equal(["another", "now"], await BodiesAsync($"DateSent%3E={yesterday.AddMinutes(1):yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal(["yesterday"], await BodiesAsync($"DateSent%3C={yesterday.AddMinutes(1):yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal(["yesterday"], await BodiesAsync($"DateSent={yesterday:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("PageSize=0")]
    [InlineData("PageSize=1001")]
    [InlineData("Page=1")]
    [InlineData("DateSent=today")]
    [InlineData("Direction=inbound")]
    public async Task A_question_that_makes_no_sense_is_refused(string query) =>
        Assert.StartsWith("400", await RefusalAsync(HttpMethod.Get, $"{Messages}.json?{query}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_text_can_be_wiped_and_only_wiped()
    {
        var path = $"{Messages}/{Server.KeepText(Child, "secret")}.json";

        Assert.Equal("400 20001", await RefusalAsync(HttpMethod.Post, path, ("Body", "other")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Post, path, Form(("Body", ""))));

        Assert.Equal("", (await GetAsync(path))["body"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_deleted_is_gone()
    {
        var path = $"{Messages}/{Server.KeepText(Child, "secret")}.json";

        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Delete, path));

        Assert.Equal("404 20404", await RefusalAsync(HttpMethod.Delete, path));
        Assert.Equal("404 20404", await RefusalAsync(HttpMethod.Get, path));
        Assert.Empty(Server.Kept);
    }

    [Fact]
    public async Task A_message_on_its_way_cannot_be_deleted_yet()
    {
        var sid = (await CreateAsync(("To", Child), ("From", Server.Number), ("Body", "x")))["sid"]!.GetValue<string>();
        await Server.ReportStatusAsync(sid, "sending");

        Assert.Equal("409 20009", await RefusalAsync(HttpMethod.Delete, $"{Messages}/{sid}.json"));
    }

    [Fact]
    public async Task A_file_is_listed_fetched_elsewhere_and_outlives_its_message()
    {
        var sid = Server.KeepText(Child, "", attachments: [new Attachment("image/jpeg", new byte[] { 1, 2, 3 })]);
        var file = (await GetAsync($"{Messages}/{sid}/Media.json"))["media_list"]!.AsArray().Single()!;
        var path = file["uri"]!.GetValue<string>();

        Assert.Equal("image/jpeg", file["content_type"]!.GetValue<string>());
        using var redirected = await SendAsync(HttpMethod.Get, path[..^".json".Length]);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, redirected.StatusCode);
        using var content = await SendAsync(HttpMethod.Get, redirected.Headers.Location!.OriginalString);
        Assert.Equal([1, 2, 3], await content.Content.ReadAsByteArrayAsync());

        await StatusAsync(HttpMethod.Delete, $"{Messages}/{sid}.json");
        Assert.Single(Server.KeptMedia);
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(HttpMethod.Delete, path));
        Assert.Empty(Server.KeptMedia);
    }

    private async Task<IEnumerable<string>> BodiesAsync(string query) =>
        (await GetAsync($"{Messages}.json?{query}"))["messages"]!.AsArray().Select(message => message!["body"]!.GetValue<string>());
}
