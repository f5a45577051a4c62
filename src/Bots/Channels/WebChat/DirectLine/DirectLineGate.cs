using Microsoft.AspNetCore.Http;
using Senim.Intake.Conversations;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>What stands before every endpoint: pages of other sites may ask, tokens are checked, a database that is down is said calmly.</summary>
internal sealed class DirectLineGate(WebTokens tokens)
{
    public const string Root = "/v3/directline";
    private const string Scheme = "Bearer ";

    /// <summary>No cookies are used, so any site may carry the chat; what opens a conversation is its token alone.</summary>
    public static void AllowOtherSites(HttpContext context) => context.Response.Headers.AccessControlAllowOrigin = "*";

    public static Task PreflightAsync(HttpContext context)
    {
        AllowOtherSites(context);
        context.Response.Headers.AccessControlAllowMethods = "GET, POST";
        context.Response.Headers.AccessControlAllowHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";
        context.Response.Headers.AccessControlMaxAge = "86400";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static async Task ServeAsync(HttpContext context, Func<HttpContext, Task> endpoint)
    {
        AllowOtherSites(context);
        try
        {
            await endpoint(context);
        }
        catch (StorageUnavailableException) when (!context.Response.HasStarted)
        {
            await DirectLineAnswers.ComeAgainAsync(context);
        }
    }

    /// <summary>The conversation that the caller's token opens; null when it was refused.</summary>
    public async Task<WebConversationId?> EnterAsync(HttpContext context)
    {
        switch (tokens.Check(Token(context.Request)))
        {
            case TokenCheck.Good good:
                return good.Conversation;
            case TokenCheck.Expired:
                await DirectLineAnswers.RefuseAsync(context, StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");
                return null;
            default:
                context.Response.Headers.WWWAuthenticate = "Bearer";
                await DirectLineAnswers.RefuseAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized", "A token is needed.");
                return null;
        }
    }

    /// <summary>The same for the conversation that the path names; one that the token does not open does not exist for its bearer.</summary>
    public async Task<WebConversationId?> EnterOwnAsync(HttpContext context)
    {
        if (await EnterAsync(context) is not { } own)
            return null;
        if (WebConversationId.TryParse(context.Request.RouteValues["id"] as string, out var named) && named == own)
            return own;
        await DirectLineAnswers.RefuseAsync(context, StatusCodes.Status404NotFound, "NotFound", "There is no such conversation.");
        return null;
    }

    /// <summary>Web sockets cannot send headers from a page: theirs is in the query.</summary>
    private static string? Token(HttpRequest request)
    {
        if (request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return header[Scheme.Length..].Trim();
        return request.HttpContext.WebSockets.IsWebSocketRequest ? request.Query["t"].ToString() : null;
    }
}
