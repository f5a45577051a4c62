using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Checkpoints;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;

namespace Senim.Bots.Conversation.Spool;

/// <summary>
/// Keeps turns on this node's disk while the database is away. Turns that come together share one file and one flush. While a conversation
/// has a turn here, its newer ones go behind it.
/// </summary>
internal sealed partial class TurnSpool : BackgroundService
{
    private const int MostInFile = 256;

    private readonly Channel<Pending> arriving = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<ConversationKey, int> waiting = [];
    private readonly Lock guard = new();
    private readonly SpoolFolder? folder;
    private readonly long mostBytes;
    private readonly KeyRing keys;
    private readonly ICheckpoints checkpoints;
    private readonly ILogger<TurnSpool> logger;
    private long bytes;

    public TurnSpool(IOptions<SpoolOptions> options, KeyRing keys, ICheckpoints checkpoints, ILogger<TurnSpool> logger)
    {
        this.keys = keys;
        this.checkpoints = checkpoints;
        this.logger = logger;
        mostBytes = options.Value.MostBytes;
        folder = options.Value.Path.Length > 0 ? new SpoolFolder(options.Value.Path) : null;
        if (folder is not null)
            Recount(folder);
    }

    /// <summary>What was tried last could not be kept: the spool is full or cannot be written.</summary>
    public bool IsFailing { get; private set; }

    public bool HoldsAside => folder?.HoldsAside() ?? false;

    public bool Holds(ConversationKey conversation)
    {
        lock (guard)
            return waiting.ContainsKey(conversation);
    }

    public bool IsEmpty
    {
        get
        {
            lock (guard)
                return waiting.Count == 0;
        }
    }

    /// <returns>True once the turn is on the disk; false when it could not be kept.</returns>
    public async Task<bool> KeepAsync(InboundTurn turn, byte[]? mark)
    {
        if (folder is null || Interlocked.Read(ref bytes) >= mostBytes)
        {
            Fail(folder is null ? "none" : "full");
            return false;
        }

        var pending = new Pending(turn.Conversation, SpooledTurn.Seal(turn, mark, keys), new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        return arriving.Writer.TryWrite(pending) && await pending.IsKept.Task;
    }

    /// <summary>For a turn that cannot be stored although the database answers: it must not hold back those behind it.</summary>
    /// <returns>False when it could not be kept here either.</returns>
    public bool SetAside(InboundTurn turn)
    {
        if (folder is null)
            return false;
        try
        {
            folder.WriteAside(SpooledTurn.Seal(turn, null, keys));
            LogAside(logger);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fail(error.GetType().Name);
            return false;
        }
    }

    /// <summary>Takes the turns of the spool to the runner, the oldest first, until one cannot be stored yet.</summary>
    /// <param name="replay">Tells whether the turn is stored.</param>
    public async Task EmptyAsync(Func<InboundTurn, byte[]?, Task<bool>> replay, CancellationToken cancellationToken)
    {
        foreach (var file in folder?.List() ?? [])
        {
            if (Read(file) is not { } turns)
                continue;
            foreach (var (turn, mark) in turns)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!await replay(turn, mark))
                    return;
            }

            checkpoints.Reached(Checkpoint.SpoolReplayed);
            foreach (var (turn, _) in turns)
                Leave(turn.Conversation);
            var freed = SpoolFolder.Bytes(file);
            File.Delete(file);
            Interlocked.Add(ref bytes, -freed);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        arriving.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (await arriving.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var together = new List<Pending>();
            while (together.Count < MostInFile && arriving.Reader.TryRead(out var pending))
                together.Add(pending);
            var isKept = Write(together);
            foreach (var pending in together)
                pending.IsKept.SetResult(isKept);
        }
    }

    private bool Write(List<Pending> together)
    {
        try
        {
            var file = folder!.Write([.. together.Select(pending => pending.Turn)]);
            Interlocked.Add(ref bytes, SpoolFolder.Bytes(file));
            lock (guard)
            {
                foreach (var pending in together)
                    waiting[pending.Conversation] = waiting.GetValueOrDefault(pending.Conversation) + 1;
            }

            checkpoints.Reached(Checkpoint.SpoolWritten);
            IsFailing = false;
            LogKept(logger, together.Count);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fail(error.GetType().Name);
            return false;
        }
    }

    /// <returns>Null for a file that cannot be read; it is put aside and blocks nothing.</returns>
    private List<(InboundTurn Turn, byte[]? Mark)>? Read(string file)
    {
        try
        {
            return [.. SpoolFolder.Read(file).Select(turn => turn.Open(keys))];
        }
        catch (Exception error) when (error is System.Security.Cryptography.CryptographicException or System.Text.Json.JsonException or FormatException)
        {
            LogUnreadable(logger, error.GetType().Name);
            Interlocked.Add(ref bytes, -SpoolFolder.Bytes(file));
            folder!.PutAside(file);
            return null;
        }
    }

    /// <summary>What a process before this one left.</summary>
    private void Recount(SpoolFolder left)
    {
        foreach (var file in left.List())
        {
            bytes += SpoolFolder.Bytes(file);
            foreach (var (turn, _) in Read(file) ?? [])
                waiting[turn.Conversation] = waiting.GetValueOrDefault(turn.Conversation) + 1;
        }
    }

    private void Leave(ConversationKey conversation)
    {
        lock (guard)
        {
            if (waiting.GetValueOrDefault(conversation) is var left and > 1)
                waiting[conversation] = left - 1;
            else
                waiting.Remove(conversation);
        }
    }

    private void Fail(string why)
    {
        if (!IsFailing)
            LogFailing(logger, why);
        IsFailing = true;
    }

    [LoggerMessage(50, LogLevel.Warning, "The database is away: {Count} turns are kept in the spool.")]
    private static partial void LogKept(ILogger logger, int count);

    [LoggerMessage(51, LogLevel.Critical, "The spool keeps nothing ({Why}) while the database is away: messages are handed back to where they came from.")]
    private static partial void LogFailing(ILogger logger, string why);

    [LoggerMessage(52, LogLevel.Critical, "A turn cannot be stored in any form and lies in the spool's folder 'aside' until somebody looks at it.")]
    private static partial void LogAside(ILogger logger);

    [LoggerMessage(53, LogLevel.Critical, "A file of the spool cannot be read ({Error}) and was put aside.")]
    private static partial void LogUnreadable(ILogger logger, string error);

    private sealed record Pending(ConversationKey Conversation, SpooledTurn Turn, TaskCompletionSource<bool> IsKept);
}
