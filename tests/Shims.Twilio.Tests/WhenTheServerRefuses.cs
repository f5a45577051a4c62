using System.Net;
using Newtonsoft.Json;
using Twilio.Exceptions;
using Twilio.Rest.Api.V2010.Account;

namespace Senim.Shims.Twilio.Tests;

public class WhenTheServerRefuses
{
    private readonly ScriptedServer _server = new();

    [Fact]
    public async Task A_refusal_becomes_an_exception_with_its_code()
    {
        _server.Answer("""{"code":21211,"message":"Invalid 'To' Phone Number","more_info":"https://www.twilio.com/docs/errors/21211","status":400,"details":{"a":1}}""", HttpStatusCode.BadRequest);

        var refused = await Assert.ThrowsAsync<ApiException>(() => MessageResource.CreateAsync("+7", from: "x", body: "x", client: _server.CreateClient()));

        Assert.Equal((21211, 400, "Invalid 'To' Phone Number"), (refused.Code, refused.Status, refused.Message));
        Assert.Equal("https://www.twilio.com/docs/errors/21211", refused.MoreInfo);
        Assert.Equal(1L, refused.Details["a"]);
    }

    [Theory]
    [InlineData("""{"code":20429,"message":"Too Many Requests","status":400}""", HttpStatusCode.TooManyRequests, 20429, 429, "Too Many Requests")]
    [InlineData("{}", HttpStatusCode.BadRequest, 0, 400, "Unable to make request, BadRequest")]
    [InlineData("<html>x</html>", HttpStatusCode.BadGateway, 0, 0, "Api Error: BadGateway - <html>x</html>")]
    [InlineData("", HttpStatusCode.ServiceUnavailable, 0, 0, "Api Error: ServiceUnavailable - ")]
    [InlineData("[]", HttpStatusCode.BadRequest, 0, 0, "Api Error: BadRequest - []")]
    public async Task The_status_is_that_of_http_and_none_for_what_cannot_be_read(string body, HttpStatusCode status, int code, int told, string message)
    {
        var client = _server.Answer(body, status).CreateClient();

        var refused = await Assert.ThrowsAsync<ApiException>(() => MessageResource.DeleteAsync("SM1", client: client));

        Assert.Equal((code, told, message), (refused.Code, refused.Status, refused.Message));
    }

    [Theory]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task No_answer_is_told_with_its_cause(Type cause)
    {
        var client = _server.Fail(() => (Exception)Activator.CreateInstance(cause, "broken")!).CreateClient();

        TwilioException failed = await Assert.ThrowsAsync<ApiConnectionException>(() => MessageResource.FetchAsync("SM1", client: client));

        Assert.IsType(cause, failed.InnerException);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"error_code":"x"}""")]
    [InlineData("""{"date_created":"nonsense"}""")]
    public async Task An_answer_that_makes_no_sense_is_an_error_of_the_api(string body)
    {
        var client = _server.Answer(body).CreateClient();

        var failed = await Assert.ThrowsAsync<ApiException>(() => MessageResource.FetchAsync("SM1", client: client));

        Assert.IsAssignableFrom<JsonException>(failed.InnerException);
    }

    [Fact]
    public async Task An_empty_answer_is_no_message() =>
        Assert.Null(await MessageResource.FetchAsync("SM1", client: _server.Answer("").CreateClient()));
}
