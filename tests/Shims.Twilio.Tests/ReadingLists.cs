using System.Globalization;
using System.Net;
using System.Reflection;
using Newtonsoft.Json;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Senim.Shims.Twilio.Tests;

public class ReadingLists
{
    private static readonly DateTime Noon = new(2026, 5, 6, 12, 0, 0, DateTimeKind.Utc);
    private readonly ScriptedServer _server = new();

    [Fact]
    public async Task Bounds_and_sizes_are_asked_for_in_the_query()
    {
        await MessageResource.ReadAsync(to: "+77", from: "+78", dateSentBefore: Noon, dateSentAfter: Noon.AddDays(-1), pageSize: 1000, client: _server.Answer(Page(1, 50, null)).CreateClient());

        Assert.EndsWith(
            "/Messages.json?To=%2B77&From=%2B78&DateSent%3C=2026-05-06T12%3A00%3A00Z&DateSent%3E=2026-05-05T12%3A00%3A00Z&PageSize=1000", _server.Sent[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_drops_the_bounds()
    {
        await MessageResource.ReadAsync(dateSentBefore: Noon, dateSent: Noon, dateSentAfter: Noon, client: _server.Answer(Page(1, 50, null)).CreateClient());

        Assert.EndsWith("/Messages.json?DateSent=2026-05-06T12%3A00%3A00Z", _server.Sent[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_is_named_utc_whatever_it_was()
    {
        await MessageResource.ReadAsync(dateSentAfter: DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified), client: _server.Answer(Page(1, 50, null)).CreateClient());

        Assert.EndsWith("?DateSent%3E=2026-05-06T12%3A00%3A00Z", _server.Sent[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Further_pages_come_while_the_list_is_read()
    {
        var list = await MessageResource.ReadAsync(client: _server.Answer(Page(2, 2, "/next?Page=1")).Answer(Page(0, 2, "/next?Page=2")).Answer(Page(1, 2, null)).CreateClient());
        Assert.Single(_server.Sent);

        Assert.Equal(3, list.Count());

        Assert.Equal(["https://api.twilio.com/next?Page=1", "https://api.twilio.com/next?Page=2"], _server.Sent.Skip(1).Select(sent => sent.Url));
    }

    [Fact]
    public async Task A_list_is_read_once()
    {
        var list = await MessageResource.ReadAsync(client: _server.Answer(Page(2, 2, "/next")).Answer(Page(1, 2, null)).CreateClient());

        Assert.Equal(3, list.Count());
        Assert.Single(list);
    }

    [Fact]
    public async Task Without_paging_the_first_page_is_all()
    {
        var list = await MessageResource.ReadAsync(client: _server.Answer(Page(2, 2, "/next")).CreateClient());
        list.AutoPaging = false;

        Assert.Equal(2, list.Count());
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(3, 4, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(6, 7, 2)]
    [InlineData(10, 10, 2)]
    [InlineData(11, 12, 3)]
    public async Task A_limit_is_asked_for_as_a_size_and_not_kept_to_the_record(long limit, int given, int requests)
    {
        _server.Answer(Page(5, 5, "/2")).Answer(Page(5, 5, "/3")).Answer(Page(5, 5, null));

        var list = await MessageResource.ReadAsync(limit: limit, client: _server.CreateClient());

        Assert.Equal((given, requests), (list.Count(), _server.Sent.Count));
        Assert.EndsWith($"?PageSize={limit.ToString(CultureInfo.InvariantCulture)}", _server.Sent[0].Url, StringComparison.Ordinal);
        Assert.Empty(list);
    }

    [Fact]
    public async Task A_size_stands_beside_a_limit()
    {
        await MessageResource.ReadAsync(new ReadMessageOptions { PageSize = 3, Limit = 7 }, _server.Answer(Page(1, 3, null)).CreateClient());

        Assert.EndsWith("?PageSize=3", _server.Sent[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_page_that_is_refused_is_an_error_of_the_api()
    {
        var client = _server.Answer("""{"code":20429,"message":"Too Many Requests","status":429}""", HttpStatusCode.TooManyRequests).CreateClient();

        Assert.Equal(20429, (await Assert.ThrowsAsync<ApiException>(() => MessageResource.ReadAsync(client: client))).Code);
    }

    [Fact]
    public async Task A_further_page_that_is_refused_is_told_inside_another_exception()
    {
        var client = _server.Answer(Page(1, 1, "/next")).Answer("""{"code":20500,"message":"x","status":500}""", HttpStatusCode.InternalServerError).CreateClient();
        var list = await MessageResource.ReadAsync(client: client);

        var failed = Assert.Throws<TargetInvocationException>(() => list.Count());

        Assert.Equal(20500, Assert.IsType<ApiException>(failed.InnerException).Code);
    }

    [Fact]
    public async Task A_page_that_makes_no_sense_is_no_error_of_the_api()
    {
        var client = _server.Answer("<html>").CreateClient();

        await Assert.ThrowsAnyAsync<JsonException>(() => MessageResource.ReadAsync(client: client));
    }

    [Fact]
    public async Task A_page_that_does_not_name_itself_is_the_last()
    {
        var list = await MessageResource.ReadAsync(client: _server.Answer("""{"messages":[{"sid":"SM1"}],"page_size":1,"next_page_uri":"/next"}""").CreateClient());

        Assert.Equal("SM1", Assert.Single(list).Sid);
    }

    private static string Page(int count, int size, string? next)
    {
        var records = string.Join(',', Enumerable.Range(1, count).Select(number => $$"""{"sid":"SM{{number}}"}"""));
        var uri = next is null ? "null" : $"\"{next}\"";
        return $$"""{"messages":[{{records}}],"page":0,"page_size":{{size}},"uri":"/this","next_page_uri":{{uri}}}""";
    }
}
