using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;
using Senim.Bots.Channels.WebChat.Lines;
using Senim.Intake.Conversations;

namespace Senim.Bots.Channels.WebChat.DirectLine;

/// <summary>
/// One open stream: the lines after the watermark, then new ones as they come. Lines added on this node ring at once; those added on
/// another are found by a poll that grows slower while nothing happens.
/// </summary>
internal sealed class LineStream(WebTranscript transcript, LineBell bell, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    public async Task RunAsync(WebSocket socket, WebConversationId conversation, int watermark, CancellationToken aborted)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        using var ear = bell.Listen(transcript.Key(conversation));
        var hearing = HearAsync(socket, ending);
        try
        {
            await SendAsync(socket, conversation, watermark, ear, ending.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The page has gone, or the node stops; the page asks again with its watermark.
        }

        await ending.CancelAsync();
        await CloseAsync(socket);
        await hearing;
    }

    private async Task SendAsync(WebSocket socket, WebConversationId conversation, int watermark, LineBell.Ear ear, CancellationToken cancellationToken)
    {
        var poll = ShortestPoll;
        while (true)
        {
            TranscriptPart? part = null;
            try
            {
                part = await transcript.ReadAsync(conversation, watermark, cancellationToken);
            }
            catch (StorageUnavailableException)
            {
                // Nothing new can be there while nothing can be stored.
            }

            if (part is { Activities.Count: > 0 })
            {
                var frame = LineForm.Write(DirectLineAnswers.Set(part));
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                poll = ShortestPoll;
            }

            watermark = part?.Last ?? watermark;
            if (part is { HasMore: true })
                continue;
            if (!await ear.WaitAsync(poll, cancellationToken))
                poll = poll * 2 < LongestPoll ? poll * 2 : LongestPoll;
        }
    }

    /// <summary>What a client sends here says nothing (the real one sends empty frames); only its leaving counts.</summary>
    private static async Task HearAsync(WebSocket socket, CancellationTokenSource ending)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), ending.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // Gone without a word.
        }

        await ending.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(Goodbye);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // It is closed in either case.
        }
    }
}
