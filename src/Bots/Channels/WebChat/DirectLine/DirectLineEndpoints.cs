using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Senim.Bots.Channels.WebChat.Lines;
using Senim.Intake;
using Senim.Intake.Checkpoints;
using Senim.Intake.Conversations;
using Senim.Intake.Evidence;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>The endpoints of Direct Line 3.0 under <c>/v3/directline</c>, as far as clients use them.</summary>
internal sealed class DirectLineEndpoints(
    DirectLineGate gate,
    WebTokens tokens,
    WebTranscript transcript,
    ITurnStore store,
    LineStream stream,
    DirectLineAdapter adapter,
    UploadReading uploads,
    IBot bot,
    TimeProvider clock,
    ICheckpoints checkpoints)
{
    /// <summary>A new conversation. Nothing is stored until something is said in it.</summary>
    public Task GenerateAsync(HttpContext context) =>
        DirectLineAnswers.WriteAsync(context, StatusCodes.Status200OK, Opened(context, WebConversationId.New(), watermark: null));

    public async Task RefreshAsync(HttpContext context)
    {
        if (await gate.EnterAsync(context) is { } conversation)
            await DirectLineAnswers.WriteAsync(context, StatusCodes.Status200OK, Opened(context, conversation, watermark: null));
    }

    public async Task StartAsync(HttpContext context)
    {
        if (await gate.EnterAsync(context) is { } conversation)
            await DirectLineAnswers.WriteAsync(context, StatusCodes.Status201Created, Opened(context, conversation, watermark: "-"));
    }

    /// <summary>Goes on with a conversation after a break.</summary>
    public async Task ReconnectAsync(HttpContext context)
    {
        if (await gate.EnterOwnAsync(context) is not { } conversation || await ReadWatermarkAsync(context) is not { } watermark)
            return;
        var stored = await store.LoadAsync(transcript.Key(conversation), context.RequestAborted);
        if (stored is { WrappedDataKey: null })
            await DirectLineAnswers.RefuseAsync(context, StatusCodes.Status404NotFound, "Ended", "The conversation has ended.");
        else
            await DirectLineAnswers.WriteAsync(context, StatusCodes.Status200OK, Opened(context, conversation, watermark.ToString(CultureInfo.InvariantCulture)));
    }

    public async Task ReadAsync(HttpContext context)
    {
        if (await gate.EnterOwnAsync(context) is not { } conversation || await ReadWatermarkAsync(context) is not { } watermark)
            return;
        var part = await transcript.ReadAsync(conversation, watermark, context.RequestAborted);
        await DirectLineAnswers.WriteAsync(context, StatusCodes.Status200OK, DirectLineAnswers.Set(part));
    }

    public async Task PostAsync(HttpContext context)
    {
        if (await gate.EnterOwnAsync(context) is not { } conversation)
            return;
        checkpoints.Reached(Checkpoint.Verified);
        if (await Bodies.ReadAsync(context.Request.Body, Bodies.MostActivityBytes, context.RequestAborted) is not { } body)
            await DirectLineAnswers.RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "TooLarge", "An activity has at most 64 KB.");
        else
            await TakeAsync(context, conversation, PostedActivity.Read(body));
    }

    public async Task UploadAsync(HttpContext context)
    {
        if (await gate.EnterOwnAsync(context) is not { } conversation)
            return;
        checkpoints.Reached(Checkpoint.Verified);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = UploadReading.MostBytes;
        if (await uploads.ReadAsync(context.Request) is not { } upload)
        {
            await TakeAsync(context, conversation, null);
            return;
        }

        // Whoever only sent a file that finds no room is told so, and may send it again; words beside it are taken in any case.
        if (upload.HasNoRoom && string.IsNullOrWhiteSpace(upload.Activity.Text))
        {
            uploads.Abandon(upload.Files);
            await DirectLineAnswers.ComeAgainAsync(context);
            return;
        }

        await TakeAsync(context, conversation, upload.Activity, upload.Files);
    }

    public async Task StreamAsync(HttpContext context)
    {
        if (await gate.EnterOwnAsync(context) is not { } conversation || await ReadWatermarkAsync(context) is not { } watermark)
            return;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await DirectLineAnswers.RefuseAsync(context, StatusCodes.Status400BadRequest, "BadArgument", "This address is for web sockets.");
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await stream.RunAsync(socket, conversation, watermark, context.RequestAborted);
    }

    private async Task TakeAsync(HttpContext context, WebConversationId conversation, Activity? activity, IReadOnlyList<InboundFile>? files = null)
    {
        if (activity is null)
        {
            await DirectLineAnswers.RefuseAsync(context, StatusCodes.Status400BadRequest, "BadArgument", "The body is not an activity.");
            return;
        }

        var post = new Post
        {
            Conversation = conversation,
            DeliveryId = activity.Posted(PostedData.ClientActivityId) ?? $"made-here|{Guid.NewGuid():N}",
            ReceivedUtc = clock.NowUtc(),
            Files = files ?? [],
        };
        var result = await adapter.ProcessAsync(activity, post, bot);
        if (post.IsRepeated || result is PostResult.Unavailable or PostResult.Ignored)
            uploads.Abandon(post.Files);
        await (result switch
        {
            PostResult.Taken taken => DirectLineAnswers.WriteAsync(context, StatusCodes.Status200OK, new ResourceResponse { Id = taken.Id }),
            PostResult.Kept kept => DirectLineAnswers.WriteAsync(context, StatusCodes.Status200OK, new KeptPost
            {
                Id = conversation.Line(0),
                Kept = LineActivities.Reply(kept.Words),
            }),
            PostResult.Unavailable => DirectLineAnswers.ComeAgainAsync(context),
            _ => DirectLineAnswers.WriteAsync(context, StatusCodes.Status200OK, new ResourceResponse { Id = conversation.Line(0) }),
        });
    }

    /// <summary>Null when it was refused.</summary>
    private static async Task<int?> ReadWatermarkAsync(HttpContext context)
    {
        var text = context.Request.Query["watermark"].ToString();
        if (text is "" or "-")
            return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark))
            return watermark;
        await DirectLineAnswers.RefuseAsync(context, StatusCodes.Status400BadRequest, "BadArgument", "The watermark is not a number.");
        return null;
    }

    /// <param name="watermark">Where the stream begins; null: no stream is told.</param>
    private OpenConversation Opened(HttpContext context, WebConversationId conversation, string? watermark)
    {
        var token = tokens.Issue(conversation);
        var scheme = context.Request.IsHttps ? "wss" : "ws";
        return new OpenConversation
        {
            ConversationId = conversation.ToString(),
            Token = token,
            StreamUrl = watermark is null
                ? null
                : $"{scheme}://{context.Request.Host}{context.Request.PathBase}{DirectLineGate.Root}/conversations/{conversation}/stream?watermark={watermark}&t={token}",
        };
    }
}
