using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Senim.Desk.Tests.World;

namespace Senim.Desk.Tests.Access;

public sealed class ClosedByDefault : DeskTest
{
    private static readonly string[] Open = ["/assets/", "/favicon.ico", "/sign-in", "/language", "{*path}"];

    [Fact]
    public async Task An_endpoint_that_names_no_policy_is_refused_to_everyone()
    {
        var desk = await World.StartDeskAsync(options => options.Map = app => app.MapGet("/forgotten", () => "open"));
        using var anyone = desk.Client();
        using var national = await desk.SignInAsync("national");

        Assert.Equal(HttpStatusCode.Redirect, (await anyone.GetAsync("/forgotten")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await national.GetAsync("/forgotten")).StatusCode);
    }

    [Fact]
    public void Each_endpoint_says_who_may_use_it_and_few_are_open()
    {
        var endpoints = Desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
        {
            var route = endpoint.RoutePattern.RawText!;
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            Assert.True(open == Array.Exists(Open, start => route.StartsWith(start, StringComparison.Ordinal)), $"{route} is open: {open}");
            Assert.True(open || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy == "staff"), $"{route} names no policy");
        }
    }

    [Fact]
    public async Task Each_page_of_staff_asks_strangers_to_sign_in()
    {
        using var stranger = Desk.Client();
        foreach (var path in new[] { "/", "/queue", $"/queue/{Guid.NewGuid()}", "/password" })
        {
            var answer = await stranger.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/queue/events")).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/telegram/webhook")]
    [InlineData("POST", "/telegram/webhook")]
    [InlineData("POST", "/v3/directline/tokens/generate")]
    [InlineData("DELETE", "/queue")]
    [InlineData("GET", "/queue/not-an-id")]
    public async Task What_the_desk_does_not_have_is_absent_for_everyone(string method, string path)
    {
        using var stranger = Desk.Client();
        using var national = await Desk.SignInAsync("national");
        foreach (var client in new[] { stranger, national })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(request)).StatusCode);
        }
    }
}
