using System.Net;

namespace Senim.FakeTwilio.Tests;

public class Faults : AccountOwner
{
    [Fact]
    public async Task Too_many_requests_hits_the_next_calls()
    {
        Server.AddFault(Fault.TooManyRequests() with { Times = 2, Method = "POST" });

        Assert.Equal("429 20429", await TryAsync());
        await GetAsync(Messages + ".json");
        Assert.Equal("429 20429", await TryAsync());
        await CreateAsync(("To", Child), ("From", Server.Number), ("Body", "x"));
    }

    [Fact]
    public async Task A_fault_can_be_for_one_number()
    {
        Server.AddFault(Fault.Refuse(500, 20500, "Internal Server Error") with { To = "+77010000002" });

        await CreateAsync(("To", Child), ("From", Server.Number), ("Body", "x"));
        Assert.Equal("500 20500", await RefusalAsync(HttpMethod.Post, Messages + ".json", ("To", "+77010000002"), ("From", Server.Number), ("Body", "x")));
    }

    [Fact]
    public async Task A_gateway_answers_with_a_page()
    {
        Server.AddFault(Fault.Page(502));
        using var response = await SendAsync(HttpMethod.Get, Messages + ".json");

        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_dropped_request_does_nothing_and_a_dropped_answer_hides_what_was_done()
    {
        Server.AddFault(Fault.DropRequest());
        await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync(("To", Child), ("From", Server.Number), ("Body", "lost")));
        Server.AddFault(Fault.DropAnswer());
        await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync(("To", Child), ("From", Server.Number), ("Body", "done")));

        Assert.Equal(["done"], Server.Phone(Child).Select(text => text.Body));
    }

    [Fact]
    public async Task A_hanging_call_ends_with_the_server()
    {
        Server.AddFault(Fault.Hang());
        var hanging = SendAsync(HttpMethod.Get, Messages + ".json");
        while (Server.Calls.Count == 0)
            await Task.Yield();

        Assert.False(hanging.IsCompleted);
        await Server.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task A_delayed_call_is_carried_out_in_the_end()
    {
        Server.AddFault(Fault.Delay(TimeSpan.FromMilliseconds(20)));

        Assert.NotNull((await CreateAsync(("To", Child), ("From", Server.Number), ("Body", "late")))["sid"]);
    }

    [Fact]
    public async Task The_log_has_every_call_in_order()
    {
        await CreateAsync(("To", Child), ("From", Server.Number), ("Body", "x"));
        await RefusalAsync(HttpMethod.Delete, $"{Messages}/SMnone.json");

        Assert.Equal(["1 POST 201 0", "2 DELETE 404 20404"], Server.Calls.Select(call => $"{call.Number} {call.Method} {call.Status} {call.Code}"));
        Assert.Equal(("x", Child), (Server.Calls[0]["Body"], Server.Calls[0]["To"]));
    }

    private Task<string> TryAsync() => RefusalAsync(HttpMethod.Post, Messages + ".json", ("To", Child), ("From", Server.Number), ("Body", "x"));
}
