using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Senim.Bots.Channels.WebChat.Lines;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>Answers in the form of Direct Line 3.0.</summary>
internal static class DirectLineAnswers
{
    private const string RetrySeconds = "5";

    public static Task WriteAsync(HttpContext context, int status, object answer)
    {
        var body = LineForm.Write(answer);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    public static Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        WriteAsync(context, status, new Refusal { Error = new RefusalReason { Code = code, Message = message } });

    /// <summary>Nothing was stored; the client keeps what it has and asks again.</summary>
    public static Task ComeAgainAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetrySeconds;
        return RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "Unavailable", "Nothing was stored. Send it again.");
    }

    public static ActivitySet Set(TranscriptPart part) => new()
    {
        Activities = part.Activities,
        Watermark = part.Last.ToString(CultureInfo.InvariantCulture),
    };

    private sealed class Refusal
    {
        [JsonProperty("error")]
        public required RefusalReason Error { get; init; }
    }

    private sealed class RefusalReason
    {
        [JsonProperty("code")]
        public required string Code { get; init; }

        [JsonProperty("message")]
        public required string Message { get; init; }
    }
}

/// <summary>Direct Line 3.0, ActivitySet.</summary>
internal sealed class ActivitySet
{
    [JsonProperty("activities")]
    public required IReadOnlyList<Activity> Activities { get; init; }

    [JsonProperty("watermark")]
    public required string Watermark { get; init; }
}

/// <summary>Direct Line 3.0, Conversation.</summary>
internal sealed class OpenConversation
{
    [JsonProperty("conversationId")]
    public required string ConversationId { get; init; }

    [JsonProperty("token")]
    public required string Token { get; init; }

    /// <summary>Seconds.</summary>
    [JsonProperty("expires_in")]
    public int ExpiresIn { get; } = (int)WebTokens.Life.TotalSeconds;

    [JsonProperty("streamUrl")]
    public string? StreamUrl { get; init; }
}

/// <summary>Direct Line 3.0, ResourceResponse; beside it what our own page shows at once, since no line of it can be stored now.</summary>
internal sealed class KeptPost
{
    [JsonProperty("id")]
    public required string Id { get; init; }

    [JsonProperty("kept")]
    public required Activity Kept { get; init; }
}
