using System.Net;
using Twilio.Rest.Api.V2010.Account;
using Twilio.Rest.Api.V2010.Account.Message;
using Twilio.Types;

namespace Senim.Shims.Twilio.Tests;

public class CallingTheApi
{
    private const string Messages = $"https://api.twilio.com/2010-04-01/Accounts/{ScriptedServer.Account}/Messages";

    private const string Stored = """
        {"body":"Сәлем","num_segments":"1","direction":"inbound","from":"+77010000001","to":"+77770000000","date_updated":"Thu, 24 Aug 2023 05:01:45 +0000",
        "price":null,"error_message":null,"uri":"/2010-04-01/Accounts/AC1/Messages/SM1.json","account_sid":"AC1","num_media":"0","status":"received",
        "messaging_service_sid":null,"sid":"SM1","date_sent":"Thu, 24 Aug 2023 05:01:45 +0000","date_created":"Thu, 24 Aug 2023 10:01:44 +0500",
        "error_code":30003,"price_unit":"USD","api_version":"2010-04-01","subresource_uris":{"media":"/2010-04-01/Accounts/AC1/Messages/SM1/Media.json"}}
        """;

    private readonly ScriptedServer _server = new();

    [Fact]
    public async Task A_message_is_posted_as_a_form_in_the_order_of_the_sdk()
    {
        await MessageResource.CreateAsync(
            "+77010000001",
            from: new PhoneNumber("+77770000000"),
            body: "Қауіп + & = %\n~*'()",
            statusCallback: new Uri("https://senim.kz/sms/status?a=b c"),
            validityPeriod: 60,
            provideFeedback: true,
            client: _server.Answer(Stored, HttpStatusCode.Created).CreateClient());

        var sent = Assert.Single(_server.Sent);
        Assert.Equal(("POST", Messages + ".json", "application/x-www-form-urlencoded"), (sent.Method, sent.Url, sent.ContentType));
        Assert.Equal("Basic QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDpzZWNyZXQ=", sent.Authorization);
        Assert.Equal(
            "To=%2B77010000001&StatusCallback=https%3A%2F%2Fsenim.kz%2Fsms%2Fstatus%3Fa%3Db+c&ProvideFeedback=true&ValidityPeriod=60&From=%2B77770000000"
            + "&Body=%D2%9A%D0%B0%D1%83%D1%96%D0%BF+%2B+%26+%3D+%25%0A~%2A%27%28%29",
            sent.Body);
    }

    [Fact]
    public async Task Options_say_the_same_as_arguments()
    {
        var options = new CreateMessageOptions("+1")
        {
            MessagingServiceSid = "MG1",
            Body = "x",
            MediaUrl = [new Uri("https://a.kz/1"), new Uri("https://a.kz/2")],
            MaxPrice = 0.5m,
            SendAt = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            ContentRetention = MessageResource.ContentRetentionEnum.Discard,
            PersistentAction = ["geo:1"],
            PathAccountSid = "AC9",
        };

        await MessageResource.CreateAsync(options, _server.Answer(Stored).CreateClient());

        Assert.Equal(
            "To=%2B1&MaxPrice=0.5&ContentRetention=discard&PersistentAction=geo%3A1&SendAt=2026-01-02T03%3A04%3A05Z&MessagingServiceSid=MG1&Body=x"
            + "&MediaUrl=https%3A%2F%2Fa.kz%2F1&MediaUrl=https%3A%2F%2Fa.kz%2F2",
            _server.Sent[0].Body);
        Assert.EndsWith("/Accounts/AC9/Messages.json", _server.Sent[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_message_is_read()
    {
        var message = await MessageResource.FetchAsync("SM1", client: _server.Answer(Stored).CreateClient());

        Assert.Equal(("GET", Messages + "/SM1.json", null), (_server.Sent[0].Method, _server.Sent[0].Url, _server.Sent[0].Body));
        Assert.Equal(("SM1", "Сәлем", "+77010000001", "+77770000000"), (message.Sid, message.Body, message.From.ToString(), message.To));
        Assert.Equal((30003, "1", "0", null), (message.ErrorCode, message.NumSegments, message.NumMedia, message.Price));
        Assert.Equal(MessageResource.DirectionEnum.Inbound, message.Direction);
        Assert.True(message.Status == MessageResource.StatusEnum.Received);
        Assert.Equal("/2010-04-01/Accounts/AC1/Messages/SM1/Media.json", message.SubresourceUris["media"]);
    }

    [Fact]
    public async Task Times_are_of_the_local_zone()
    {
        var message = await MessageResource.FetchAsync("SM1", client: _server.Answer(Stored).CreateClient());

        Assert.Equal(DateTimeKind.Local, message.DateSent!.Value.Kind);
        Assert.Equal(new DateTime(2023, 8, 24, 5, 1, 45, DateTimeKind.Utc), message.DateSent.Value.ToUniversalTime());
        Assert.Equal(new DateTime(2023, 8, 24, 5, 1, 44, DateTimeKind.Utc), message.DateCreated!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task An_unknown_word_is_kept_and_an_absent_one_is_null()
    {
        var message = await MessageResource.FetchAsync("SM1", client: _server.Answer("""{"status":"dreaming","direction":null,"from":null}""").CreateClient());

        Assert.Equal("dreaming", message.Status.ToString());
        Assert.Null(message.Direction);
    }

    [Fact]
    public async Task An_empty_body_is_sent_to_wipe_the_text()
    {
        await MessageResource.UpdateAsync("SM1", body: "", client: _server.Answer(Stored).CreateClient());

        Assert.Equal(("POST", Messages + "/SM1.json", "Body="), (_server.Sent[0].Method, _server.Sent[0].Url, _server.Sent[0].Body));
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Found)]
    public async Task Deleting_tells_of_nothing_but_success(HttpStatusCode status)
    {
        Assert.True(await MessageResource.DeleteAsync("SM1", client: _server.Answer("", status).CreateClient()));

        Assert.Equal(("DELETE", Messages + "/SM1.json"), (_server.Sent[0].Method, _server.Sent[0].Url));
    }

    [Fact]
    public async Task A_file_lies_under_its_message()
    {
        _server.Answer("""{"media_list":[{"sid":"ME1","content_type":"image/jpeg","uri":"/2010-04-01/x.json"}],"page_size":50,"uri":"/u","next_page_uri":null}""").Answer("", HttpStatusCode.NoContent);
        var client = _server.CreateClient();

        var media = Assert.Single(await MediaResource.ReadAsync("MM1", client: client));
        Assert.True(await MediaResource.DeleteAsync("MM1", media.Sid, client: client));

        Assert.Equal(("image/jpeg", "/2010-04-01/x.json"), (media.ContentType, media.Uri));
        Assert.Equal([$"GET {Messages}/MM1/Media.json", $"DELETE {Messages}/MM1/Media/ME1.json"], _server.Sent.Select(sent => $"{sent.Method} {sent.Url}"));
    }

    [Theory]
    [InlineData("ie1", null, "https://api.ie1.twilio.com/")]
    [InlineData(null, "dublin", "https://api.dublin.us1.twilio.com/")]
    [InlineData("ie1", "dublin", "https://api.dublin.ie1.twilio.com/")]
    public async Task Region_and_edge_are_labels_of_the_host(string? region, string? edge, string expected)
    {
        await MessageResource.FetchAsync("SM1", client: _server.Answer(Stored).CreateClient(region: region, edge: edge));

        Assert.StartsWith(expected, _server.Sent[0].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_api_key_the_account_is_named()
    {
        await MessageResource.FetchAsync("SM1", client: _server.Answer(Stored).CreateClient(accountSid: "AC7"));

        Assert.EndsWith("/Accounts/AC7/Messages/SM1.json", _server.Sent[0].Url, StringComparison.Ordinal);
    }
}
