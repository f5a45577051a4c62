using System.Net;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace Senim.Shims.TelegramBot.Tests;

public class WhenTheServerRefuses
{
    private const string MessageAnswer = """{"ok":true,"result":{"message_id":5,"date":1700000000,"chat":{"id":42,"type":"private"}}}""";
    private readonly ScriptedServer _server = new();

    [Fact]
    public async Task A_refusal_becomes_an_exception_with_its_code_and_description()
    {
        var client = _server.Answer("""{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""", HttpStatusCode.Forbidden).CreateClient();

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => client.SendMessage(42, "hi"));

        Assert.Equal(403, refused.ErrorCode);
        Assert.Equal("Forbidden: bot was blocked by the user", refused.Message);
        Assert.Null(refused.HttpStatusCode);
        Assert.Null(refused.Parameters);
    }

    [Fact]
    public async Task A_group_that_moved_tells_its_new_id()
    {
        var client = _server.Answer("""{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001}}""", HttpStatusCode.BadRequest).CreateClient();

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => client.SendMessage(42, "hi"));

        Assert.Equal(-1001, refused.Parameters?.MigrateToChatId);
    }

    [Fact]
    public async Task A_short_wait_is_waited_and_the_request_sent_again()
    {
        var message = await TooMany(_server, 0).Answer(MessageAnswer).CreateClient().SendMessage(42, "hi");

        Assert.Equal(5, message.Id);
        Assert.Equal(2, _server.Sent.Count);
        Assert.Equal(_server.Sent[0], _server.Sent[1]);
    }

    [Fact]
    public async Task It_gives_up_after_three_attempts()
    {
        var client = TooMany(TooMany(TooMany(_server, 0), 0), 0).CreateClient();

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => client.SendMessage(42, "hi"));

        Assert.Equal(429, refused.ErrorCode);
        Assert.Equal(3, _server.Sent.Count);
    }

    [Fact]
    public async Task A_wait_over_the_threshold_is_left_to_the_caller()
    {
        var client = TooMany(_server, 1).CreateClient(options => options.RetryThreshold = 0);

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => client.SendMessage(42, "hi"));

        Assert.Equal(1, refused.Parameters?.RetryAfter);
        Assert.Single(_server.Sent);
    }

    [Fact]
    public async Task A_threshold_of_nothing_also_leaves_no_wait_at_all_to_the_caller()
    {
        var client = TooMany(_server, 0).CreateClient(options => options.RetryThreshold = 0);

        await Assert.ThrowsAsync<ApiRequestException>(() => client.SendMessage(42, "hi"));

        Assert.Single(_server.Sent);
    }

    [Fact]
    public async Task A_cancellation_while_the_answer_is_read_is_told_as_an_unread_answer()
    {
        using var cancellation = new CancellationTokenSource();
        var client = TooMany(_server, 60).CreateClient();
        client.OnApiResponseReceived += (_, _, _) =>
        {
            cancellation.Cancel();
            return ValueTask.CompletedTask;
        };

        var failed = await Assert.ThrowsAsync<RequestException>(() => client.SendMessage(42, "hi", cancellationToken: cancellation.Token));

        Assert.IsType<TaskCanceledException>(failed.InnerException);
        Assert.Single(_server.Sent);
    }

    [Theory]
    [InlineData("<html>Bad Gateway</html>", HttpStatusCode.BadGateway)]
    [InlineData("", HttpStatusCode.InternalServerError)]
    [InlineData("{\"ok\":true,\"result\":", HttpStatusCode.OK)]
    [InlineData("{\"ok\":true,\"result\":{\"message_id\":\"x\"}}", HttpStatusCode.OK)]
    public async Task A_body_that_is_not_the_bot_apis_keeps_its_status(string body, HttpStatusCode status)
    {
        var client = _server.Answer(body, status).CreateClient();

        var failed = await Assert.ThrowsAsync<RequestException>(() => client.SendMessage(42, "hi"));

        Assert.StartsWith("There was an exception during deserialization of the response", failed.Message, StringComparison.Ordinal);
        Assert.Equal(status, failed.HttpStatusCode);
    }

    [Theory]
    [InlineData("{\"result\":true}", HttpStatusCode.OK)]
    [InlineData("{\"ok\":false,\"result\":true}", HttpStatusCode.OK)]
    [InlineData("{\"ok\":false}", HttpStatusCode.BadRequest)]
    [InlineData("{\"error_code\":400}", HttpStatusCode.BadRequest)]
    public async Task An_envelope_without_its_parts_is_no_answer(string body, HttpStatusCode status)
    {
        var client = _server.Answer(body, status).CreateClient();

        var failed = await Assert.ThrowsAsync<RequestException>(() => client.DeleteMessage(42, 5));

        Assert.Equal(status, failed.HttpStatusCode);
    }

    [Fact]
    public async Task An_absent_result_is_none_or_false()
    {
        var client = _server.Answer("""{"ok":true}""").Answer("""{"ok":true}""").CreateClient();

        await Assert.ThrowsAsync<RequestException>(() => client.SendMessage(42, "hi"));

        Assert.False(await client.SendRequest(new DeleteWebhookRequest()));
    }

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task No_connection_is_told_with_its_cause(Type cause)
    {
        var client = _server.Fail(() => (Exception)Activator.CreateInstance(cause, "refused")!).CreateClient();

        var failed = await Assert.ThrowsAsync<RequestException>(() => client.SendMessage(42, "hi"));

        Assert.Equal($"Bot API Service Failure: {cause.Name}: refused", failed.Message);
        Assert.IsType(cause, failed.InnerException);
        Assert.DoesNotContain(ScriptedServer.Token, failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_out_is_not_a_cancellation()
    {
        var client = _server.Fail(() => new TaskCanceledException("slow", new TimeoutException())).CreateClient();

        var failed = await Assert.ThrowsAsync<RequestException>(() => client.SendMessage(42, "hi"));

        Assert.Equal("Bot API Request timed out", failed.Message);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_one()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        var client = _server.Fail(() => new HttpRequestException("the connection was closed")).CreateClient();

        await Assert.ThrowsAsync<TaskCanceledException>(() => client.SendMessage(42, "hi", cancellationToken: cancellation.Token));
    }

    [Fact]
    public async Task A_missing_file_is_a_refusal_too()
    {
        var client = _server.Answer("""{"ok":false,"error_code":404,"description":"Not Found"}""", HttpStatusCode.NotFound).CreateClient();

        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => client.DownloadFile("voice/gone.oga", Stream.Null));

        Assert.Equal(404, refused.ErrorCode);
    }

    [Fact]
    public async Task The_test_of_the_token_tells_a_wrong_one_from_a_broken_server()
    {
        var client = _server
            .Answer("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", HttpStatusCode.Unauthorized)
            .Answer("""{"ok":true,"result":{"id":123456,"is_bot":true,"first_name":"Senim"}}""")
            .Answer("""{"ok":false,"error_code":500,"description":"Internal Server Error"}""", HttpStatusCode.InternalServerError)
            .CreateClient();

        Assert.False(await client.TestApi());
        Assert.True(await client.TestApi());
        await Assert.ThrowsAsync<ApiRequestException>(() => client.TestApi());
    }

    private static ScriptedServer TooMany(ScriptedServer server, int seconds) => server.Answer(
        $$$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{{seconds}}}","parameters":{"retry_after":{{{seconds}}}}}""",
        HttpStatusCode.TooManyRequests);
}
