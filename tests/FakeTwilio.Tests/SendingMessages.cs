using System.Net;

namespace Senim.FakeTwilio.Tests;

public class SendingMessages : AccountOwner
{
    [Fact]
    public async Task A_message_is_taken_and_reaches_the_phone()
    {
        var taken = await CreateAsync(("To", Child), ("From", Server.Number), ("Body", "Сәлем + &"));

        Assert.Equal(("queued", "outbound-api", "1"), (taken["status"]!.GetValue<string>(), taken["direction"]!.GetValue<string>(), taken["num_segments"]!.GetValue<string>()));
        Assert.Equal(("Сәлем + &", Server.Number), (Server.Phone(Child).Single().Body, Server.Phone(Child).Single().From));
        Assert.Equal("sent", (await GetAsync(taken["uri"]!.GetValue<string>()))["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("400 21604", "", "+77000000100", "x")]
    [InlineData("400 21211", "87010000001", "+77000000100", "x")]
    [InlineData("400 21211", "+7701", "+77000000100", "x")]
    [InlineData("400 21603", Child, "", "x")]
    [InlineData("400 21212", Child, "no number!", "x")]
    [InlineData("400 21606", Child, "+77019999999", "x")]
    [InlineData("400 21266", "+77000000100", "+77000000100", "x")]
    [InlineData("400 21602", Child, "+77000000100", "")]
    public async Task What_twilio_would_not_take_is_refused(string refusal, string to, string from, string body)
    {
        Assert.Equal(refusal, await RefusalAsync(HttpMethod.Post, Messages + ".json", ("To", to), ("From", from), ("Body", body)));

        Assert.Empty(Server.Kept);
    }

    [Theory]
    [InlineData(1600, true)]
    [InlineData(1601, false)]
    public async Task A_body_has_1600_characters(int length, bool isTaken)
    {
        var status = await StatusAsync(HttpMethod.Post, Messages + ".json", Form(("To", Child), ("From", "Senim"), ("Body", new string('ә', length))));

        Assert.Equal(isTaken ? HttpStatusCode.Created : HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_misspelt_parameter_and_a_body_that_is_no_form_are_seen()
    {
        Assert.Equal("400 20001", await RefusalAsync(HttpMethod.Post, Messages + ".json", ("To", Child), ("From", "Senim"), ("Text", "x")));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await StatusAsync(HttpMethod.Post, Messages + ".json", new StringContent("{}")));
    }

    [Fact]
    public async Task Only_the_account_itself_is_let_in()
    {
        using var response = await SendAsync(HttpMethod.Get, Messages + ".json", token: "guessed");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("20003", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("401 20003", await RefusalAsync(HttpMethod.Get, "/2010-04-01/Accounts/ACother/Messages.json"));
    }

    [Fact]
    public async Task A_number_can_be_refused_until_it_is_accepted_again()
    {
        Server.Refuse(Child, 21610);
        Assert.Equal("400 21610", await RefusalAsync(HttpMethod.Post, Messages + ".json", ("To", Child), ("From", Server.Number), ("Body", "x")));

        Server.Accept(Child);
        await CreateAsync(("To", Child), ("From", Server.Number), ("Body", "x"));
    }

    [Fact]
    public async Task What_became_of_a_message_is_posted_to_its_status_callback()
    {
        var taken = await CreateAsync(("To", Child), ("From", Server.Number), ("Body", "x"), ("StatusCallback", "https://senim.kz/sms/status?lane=1"));
        var sid = taken["sid"]!.GetValue<string>();

        var result = await Server.ReportStatusAsync(sid, "undelivered", 30003);

        var posted = Assert.Single(Hook.Received);
        Assert.Equal(204, result!.Status);
        Assert.Equal("senim.kz/sms/status?lane=1", posted.Url);
        Assert.Equal((sid, "undelivered", "30003"), (posted.Form["MessageSid"], posted.Form["MessageStatus"], posted.Form["ErrorCode"]));
        Assert.Equal(TwilioSignature.Of(Server.AuthToken, "https://senim.kz/sms/status?lane=1", posted.Form), posted.Signature);
        Assert.Equal(30003, (await GetAsync($"{Messages}/{sid}.json"))["error_code"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(160, 'a', 1)]
    [InlineData(161, 'a', 2)]
    [InlineData(80, '€', 1)]
    [InlineData(81, '€', 2)]
    [InlineData(70, 'ә', 1)]
    [InlineData(71, 'ә', 2)]
    [InlineData(134, 'ә', 2)]
    [InlineData(135, 'ә', 3)]
    public async Task Parts_are_counted(int length, char letter, int parts)
    {
        var taken = await CreateAsync(("To", Child), ("From", Server.Number), ("Body", new string(letter, length)));

        Assert.Equal(parts.ToString(System.Globalization.CultureInfo.InvariantCulture), taken["num_segments"]!.GetValue<string>());
    }
}
