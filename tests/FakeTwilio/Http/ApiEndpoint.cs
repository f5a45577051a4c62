using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Senim.FakeTwilio.World;

namespace Senim.FakeTwilio.Http;

/// <summary>/2010-04-01/Accounts/{sid}/Messages and what lies below.</summary>
internal sealed class ApiEndpoint(SmsWorld world, CancellationToken stopping)
{
    private readonly MessageMethods _messages = new(world);
    private readonly MediaMethods _media = new(world);
    private readonly string _authorization =
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{world.Options.AccountSid}:{world.Options.AuthToken}"));

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/media-content", out var content))
        {
            await SendFileAsync(context, content.Value!.TrimStart('/'));
            return;
        }

        ApiRequest? request = null;
        Fault? fault = null;
        try
        {
            CheckCaller(context.Request);
            request = await ApiRequest.ReadAsync(context.Request);
            lock (world.Gate)
                fault = world.Faults.Take(request.Method, request["To"]);
            if (await SpoilAsync(context, request, fault))
                return;

            ApiAnswer answer;
            lock (world.Gate)
            {
                answer = Route(request);
                Record(request, fault?.Kind == FaultKind.DropAnswer ? 0 : answer.Status, 0);
            }

            if (fault?.Kind == FaultKind.DropAnswer)
                context.Abort();
            else
                await WriteAsync(context, answer);
        }
        catch (TwilioRefusal refusal)
        {
            lock (world.Gate)
                Record(request ?? new ApiRequest(context.Request.Method, context.Request.Path.Value ?? string.Empty, [], []), refusal.Status, refusal.Code);
            if (refusal.Status == StatusCodes.Status401Unauthorized)
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"Twilio API\"";
            await WriteAsync(context, new ApiAnswer(refusal.Status, refusal.ToJson()));
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private ApiAnswer Route(ApiRequest request)
    {
        var account = $"/2010-04-01/Accounts/{world.Options.AccountSid}/";
        if (!request.Path.StartsWith(account, StringComparison.Ordinal))
            throw new TwilioRefusal(401, 20003, "Authenticate");
        string[] segments = request.Path[account.Length..].Split('/');
        return (request.Method, segments) switch
        {
            ("POST", ["Messages.json"]) => _messages.Create(request),
            ("GET", ["Messages.json"]) => _messages.List(request),
            ("GET", ["Messages", var sid]) when Json(sid) is { } name => _messages.Fetch(request, name),
            ("POST", ["Messages", var sid]) when Json(sid) is { } name => _messages.Update(request, name),
            ("DELETE", ["Messages", var sid]) when Json(sid) is { } name => _messages.Delete(request, name),
            ("GET", ["Messages", var sid, "Media.json"]) => _media.List(request, sid),
            ("GET", ["Messages", var sid, "Media", var file]) => Json(file) is { } name ? _media.Fetch(request, sid, name) : _media.Redirect(request, sid, file),
            ("DELETE", ["Messages", var sid, "Media", var file]) when Json(file) is { } name => _media.Delete(request, sid, name),
            (_, ["Messages.json"]) or (_, ["Messages", ..]) => throw new TwilioRefusal(405, 20004, "Method not allowed"),
            _ => throw TwilioRefusal.NotFound(request.Path),
        };
    }

    private static string? Json(string segment) => segment.EndsWith(".json", StringComparison.Ordinal) ? segment[..^".json".Length] : null;

    private void CheckCaller(HttpRequest request)
    {
        if (request.Headers.Authorization != _authorization)
            throw new TwilioRefusal(401, 20003, "Authenticate");
    }

    /// <summary>Whether there is nothing more to do.</summary>
    private async Task<bool> SpoilAsync(HttpContext context, ApiRequest request, Fault? fault)
    {
        if (fault is null or { Kind: FaultKind.DropAnswer })
            return false;
        if (fault.Kind == FaultKind.Refuse)
            throw new TwilioRefusal(fault.Status, fault.Code, fault.Message);

        using var given = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        if (fault.Kind == FaultKind.Delay)
        {
            await Task.Delay(fault.Wait, given.Token);
            return false;
        }

        lock (world.Gate)
            Record(request, fault.Status, -1);
        if (fault.Kind == FaultKind.Hang)
            await Task.Delay(Timeout.Infinite, given.Token);
        if (fault.Kind == FaultKind.DropRequest)
            context.Abort();
        else
            await WriteAsync(context, new ApiAnswer(fault.Status, "<html><body>no service</body></html>", "text/html"));
        return true;
    }

    private void Record(ApiRequest request, int status, int code)
    {
        world.Calls.Add(new ApiCall(world.Calls.Count + 1, world.Now, request.Method, request.Path, request.Parameters, status, code));
        world.SignalChange();
    }

    private async Task SendFileAsync(HttpContext context, string mediaSid)
    {
        Attachment? file;
        lock (world.Gate)
        {
            world.SignedDownloads.Add(context.Request.Headers.Authorization.Count > 0);
            file = world.Messages.SelectMany(message => message.Media).FirstOrDefault(media => media.Sid == mediaSid)?.File;
        }

        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = file.ContentType;
        await context.Response.Body.WriteAsync(file.Content);
    }

    private static async Task WriteAsync(HttpContext context, ApiAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Location is not null)
            context.Response.Headers.Location = answer.Location;
        if (answer.Body.Length == 0)
            return;
        context.Response.ContentType = answer.ContentType;
        var body = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}

internal sealed record ApiAnswer(int Status, string Body, string ContentType = "application/json", string? Location = null)
{
    public static ApiAnswer NoContent { get; } = new(204, string.Empty);

    public static ApiAnswer Of(JsonObject json, int status = 200) => new(status, json.ToJsonString());
}
