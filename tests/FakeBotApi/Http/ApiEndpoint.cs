using System.Text;
using Microsoft.AspNetCore.Http;
using Senim.FakeBotApi.World;

namespace Senim.FakeBotApi.Http;

/// <summary>/bot&lt;token&gt;/&lt;method&gt; and /file/bot&lt;token&gt;/&lt;path&gt;.</summary>
internal sealed class ApiEndpoint(string token, BotWorld world, ApiDispatcher dispatcher)
{
    public async Task HandleAsync(HttpContext context)
    {
        var segments = (context.Request.Path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            if (segments is ["file", _, ..] && segments[1].StartsWith("bot", StringComparison.Ordinal))
                await SendFileAsync(context, segments[1][3..], string.Join('/', segments.Skip(2)));
            else if (segments is [_, _] && segments[0].StartsWith("bot", StringComparison.Ordinal))
                await CallAsync(context, segments[0][3..], segments[1]);
            else
                throw new BotApiRefusal(404, "Not Found");
        }
        catch (BotApiRefusal refusal)
        {
            await WriteAsync(context, ApiDispatcher.Refusal(refusal));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task CallAsync(HttpContext context, string sentToken, string method)
    {
        CheckToken(sentToken);
        var parameters = await ApiParameters.ReadAsync(context.Request);
        var fault = dispatcher.TakeFault(method, parameters);
        switch (fault?.Kind)
        {
            case FaultKind.Refuse:
                await WriteAsync(context, dispatcher.Spoil(method, parameters, fault));
                return;
            case FaultKind.BadGateway:
                dispatcher.Spoil(method, parameters, fault);
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html><body>502 Bad Gateway</body></html>");
                return;
            case FaultKind.DropRequest:
                dispatcher.Spoil(method, parameters, fault);
                context.Abort();
                return;
            case FaultKind.Delay:
                await Task.Delay(fault.Wait, context.RequestAborted);
                break;
            case FaultKind.DropAnswer:
            case null:
                break;
        }

        var answer = await dispatcher.CallAsync(method, parameters, context.RequestAborted);
        if (fault?.Kind == FaultKind.DropAnswer)
            context.Abort();
        else
            await WriteAsync(context, answer);
    }

    private async Task SendFileAsync(HttpContext context, string sentToken, string path)
    {
        CheckToken(sentToken);
        StoredFile? file;
        Fault? fault;
        lock (world.Gate)
        {
            world.FileRequests++;
            fault = world.Faults.Take(Fault.Download, null);
            file = world.Files.Values.FirstOrDefault(stored => stored.Path == path);
        }

        switch (fault?.Kind)
        {
            case FaultKind.Refuse:
                throw new BotApiRefusal(fault.ErrorCode, fault.Description);
            case FaultKind.BadGateway:
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                return;
            case FaultKind.DropRequest:
                context.Abort();
                return;
            case FaultKind.Delay:
                await Task.Delay(fault.Wait, context.RequestAborted);
                break;
        }

        if (file is null)
            throw new BotApiRefusal(404, "Not Found");
        if (file.RedirectsTo is { } elsewhere)
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = elsewhere;
            return;
        }

        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = file.Content.Length;
        if (fault?.Kind == FaultKind.DropAnswer)
        {
            await context.Response.Body.WriteAsync(file.Content.AsMemory(0, file.Content.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(file.Content);
    }

    private void CheckToken(string sentToken)
    {
        if (sentToken != token)
            throw new BotApiRefusal(401, "Unauthorized");
    }

    private static async Task WriteAsync(HttpContext context, ApiAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        var body = Encoding.UTF8.GetBytes(answer.Json);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
