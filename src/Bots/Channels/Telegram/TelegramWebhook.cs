using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Senim.Intake.Checkpoints;
using Senim.Intake.Signals;
using Telegram.Bot;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Senim.Bots.Channels.Telegram;

/// <summary>
/// <c>POST /telegram/webhook</c>. The secret is compared before a byte of the body is read. 200 only for what is durable; a method in the answer
/// is one whose loss does no harm (Bot API, "making requests when getting updates": its result is not told).
/// </summary>
internal sealed partial class TelegramWebhook(
    IOptions<TelegramOptions> options, TelegramUpdates updates, ForgedPosts forged, ICheckpoints checkpoints, ILogger<TelegramWebhook> logger)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>An update is a few kilobytes; 4096 characters of text take 16 KB at most, with entities and quotes several times that.</summary>
    private const long MostBytes = 512 * 1024;

    private const string RetrySeconds = "5";

    private readonly byte[] secret = SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.WebhookSecret));

    public async Task HandleAsync(HttpContext context)
    {
        var isExpected = options.Value.UsesWebhook;
        if (!isExpected || !IsGenuine(context.Request))
        {
            if (isExpected)
                forged.Count(ChannelKind.Telegram);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        checkpoints.Reached(Checkpoint.Verified);
        if (await ReadAsync(context) is not { } update)
            return;
        switch (await updates.TakeAsync(update))
        {
            case UpdateResult.Taken taken:
                await AnswerAsync(context, taken);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = RetrySeconds;
                break;
        }
    }

    /// <summary>Hashes of both are compared, so that neither length nor first difference shows in the time taken.</summary>
    private bool IsGenuine(HttpRequest request)
    {
        var given = request.Headers[SecretHeader];
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given.ToString())), secret) && given.Count == 1;
    }

    /// <summary>Null for what is no update, and for what breaks off or is too large; the status says which.</summary>
    private async Task<Update?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return updates.Read(body.ToArray());
        }
        catch (BadHttpRequestException error)
        {
            LogBroken(logger, error.StatusCode);
            context.Response.StatusCode = error.StatusCode;
            return null;
        }
    }

    private static async Task AnswerAsync(HttpContext context, UpdateResult.Taken taken)
    {
        switch (taken.Mark)
        {
            case { CallbackQuery: { } query }:
                await WriteAsync(context, new AnswerCallbackQueryRequest { CallbackQueryId = query, IsWebhookResponse = true });
                break;
            case { MayRemove: true, TypedMessage: { } typed } when taken.Chat is { } chat:
                await WriteAsync(context, new DeleteMessageRequest { ChatId = chat, MessageId = typed, IsWebhookResponse = true });
                break;
        }
    }

    private static async Task WriteAsync<TRequest>(HttpContext context, TRequest request)
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(request, JsonBotAPI.Options), context.RequestAborted);
    }

    [LoggerMessage(42, LogLevel.Warning, "A signed request to the Telegram webhook was not read ({Status}).")]
    private static partial void LogBroken(ILogger logger, int status);
}
