using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Senim.Desk.Access;
using Senim.Desk.Http;
using Senim.Routing.Departments;
using Senim.Routing.Queues;

namespace Senim.Desk.Live;

/// <summary>
/// The one server-sent event, "the queue changed": it carries nothing, the page fetches itself. A stream lives no longer than its
/// session; the browser opens the next one by itself, with the cookie it has then.
/// </summary>
internal static class QueueEvents
{
    private static readonly byte[] Changed = "event: queue\ndata: changed\n\n"u8.ToArray();
    private static readonly byte[] Beat = ": \n\n"u8.ToArray();

    public static void MapQueueEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet(BackgroundRequest.EventsPath, StreamAsync).RequireAuthorization(DeskPolicies.Staff);

    private static async Task StreamAsync(
        HttpContext context,
        CurrentStaff staff,
        SessionWatch session,
        IQueueChanges changes,
        DeskOptions options,
        TimeProvider clock,
        IHostApplicationLifetime lifetime)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var token = over.Token;

        // Holds one: however fast the queue changes, a slow browser is told once.
        var bell = Channel.CreateBounded<QueueChanged>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var listening = ListenAsync(changes, staff.Scope, bell.Writer, token);

        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await WriteAsync(context, Beat, token);
            using var beat = new PeriodicTimer(options.Heartbeat, clock);
            var rang = bell.Reader.ReadAsync(token).AsTask();
            var ticked = beat.WaitForNextTickAsync(token).AsTask();
            while (true)
            {
                if (await Task.WhenAny(rang, ticked) == rang)
                {
                    await rang;
                    await WriteAsync(context, Changed, token);
                    rang = bell.Reader.ReadAsync(token).AsTask();
                    continue;
                }

                await ticked;
                if (!await session.LivesAsync(context))
                    return;
                await WriteAsync(context, Beat, token);
                ticked = beat.WaitForNextTickAsync(token).AsTask();
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The page was closed, or the desk stops.
        }
        finally
        {
            await over.CancelAsync();
            await listening;
        }
    }

    private static async Task ListenAsync(IQueueChanges changes, StaffScope scope, ChannelWriter<QueueChanged> bell, CancellationToken cancellationToken)
    {
        await foreach (var change in changes.Subscribe(scope, cancellationToken))
            bell.TryWrite(change);
    }

    private static async Task WriteAsync(HttpContext context, byte[] bytes, CancellationToken cancellationToken)
    {
        await context.Response.Body.WriteAsync(bytes, cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }
}
