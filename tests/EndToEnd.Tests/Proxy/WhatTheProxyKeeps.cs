using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Senim.EndToEnd.Tests.Proxy;

/// <summary>Nothing of a request stays in the proxy, and nothing of whom it comes from goes through it.</summary>
public sealed class WhatTheProxyKeeps
{
    private const string Marker = "marker-7f3a";
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    [CaddyFact]
    public async Task The_service_is_told_that_it_was_TLS_and_not_whom_it_comes_from()
    {
        var seen = new ConcurrentBag<IHeaderDictionary>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var service = builder.Build();
        service.Run(context =>
        {
            seen.Add(new HeaderDictionary(context.Request.Headers.ToDictionary()));
            return Task.CompletedTask;
        });
        await service.StartAsync();
        await using var proxy = await RunningProxy.StartAsync(new Uri(service.Urls.First()), Nobody);

        using var request = new HttpRequestMessage(HttpMethod.Get, proxy.Public);
        foreach (var name in new[] { "X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Forwarded-Host", "User-Agent" })
            request.Headers.TryAddWithoutValidation(name, Marker);
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "http");
        using var answer = await proxy.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var headers = Assert.Single(seen);
        Assert.Equal("https", headers["X-Forwarded-Proto"]);
        Assert.Equal(proxy.Public.Authority, headers.Host);
        Assert.DoesNotContain(headers, header => header.Key is "X-Forwarded-For" or "X-Forwarded-Host" or "X-Real-IP" or "Forwarded");
        Assert.DoesNotContain(headers, header => $"{header.Value}".Contains(Marker, StringComparison.Ordinal) || $"{header.Value}".Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [CaddyFact]
    public async Task Nothing_of_a_request_is_logged_when_the_service_is_down()
    {
        await using var proxy = await RunningProxy.StartAsync(Nobody, Nobody);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(proxy.Public, $"/v3/directline/conversations?t={Marker}"));
        request.Headers.TryAddWithoutValidation("User-Agent", Marker);
        using var answer = await proxy.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        using var broken = new HttpRequestMessage(HttpMethod.Get, new Uri(proxy.Desk, $"/queue/{Marker}"));
        using var second = await proxy.Client.SendAsync(broken);
        Assert.Equal(HttpStatusCode.BadGateway, second.StatusCode);
        Assert.DoesNotContain(Marker, proxy.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("remote", proxy.Log, StringComparison.Ordinal);
    }
}
