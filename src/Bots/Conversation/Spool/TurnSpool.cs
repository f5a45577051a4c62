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
    private readonly Dictionary<string, SpoolFile> files = [];
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

    private bool IsFull
    {
        get
        {
            lock (guard)
                return bytes >= mostBytes;
        }
    }

    /// <returns>True once the turn is on the disk; false when it could not be kept.</returns>
    public async Task<bool> KeepAsync(InboundTurn turn, byte[]? mark)
    {
        if (folder is null || IsFull)
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
            // A point on the map is nowhere saved, not even here.
            if (turn.Input is TurnInput.Location)
                turn = turn with { Input = new TurnInput.Command(UnparsedTurns.PointWithoutPlace) };
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
        // The alarm must not outlast its cause: a node that counts as unhealthy is sent nothing that could prove it well.
        if (IsFailing && folder is not null && !IsFull && folder.CanBeWritten())
            IsFailing = false;

        foreach (var file in folder?.List() ?? [])
        {
            if (Read(file) is not { } turns)
                continue;
            var held = Hold(file, turns.Select(each => each.Turn.Conversation));
            foreach (var (turn, mark) in turns.Skip(held.Stored))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!await replay(turn, mark))
                    return;

                // Not again when one behind it cannot be stored yet: its reporter would get the same reply at every attempt.
                held.Stored++;
            }

            checkpoints.Reached(Checkpoint.SpoolReplayed);
            File.Delete(file);
            Leave(file);
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
            Hold(file, together.Select(pending => pending.Conversation));
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
            folder!.PutAside(file);
            Leave(file);
            return null;
        }
    }

    /// <summary>What a process before this one left.</summary>
    private void Recount(SpoolFolder left)
    {
        left.RemoveBegun();
        foreach (var file in left.List())
        {
            if (Read(file) is { } turns)
                Hold(file, turns.Select(each => each.Turn.Conversation));
        }
    }

    private SpoolFile Hold(string file, IEnumerable<ConversationKey> conversations)
    {
        lock (guard)
        {
            if (files.TryGetValue(file, out var known))
                return known;
            var held = files[file] = new SpoolFile([.. conversations], SpoolFolder.Bytes(file));
            bytes += held.Bytes;
            foreach (var conversation in held.Conversations)
                waiting[conversation] = waiting.GetValueOrDefault(conversation) + 1;
            return held;
        }
    }

    private void Leave(string file)
    {
        lock (guard)
        {
            if (!files.Remove(file, out var held))
                return;
            bytes -= held.Bytes;
            foreach (var conversation in held.Conversations)
            {
                if (--waiting[conversation] == 0)
                    waiting.Remove(conversation);
            }
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

    private sealed class SpoolFile(ConversationKey[] conversations, long bytes)
    {
        public ConversationKey[] Conversations => conversations;

        public long Bytes => bytes;

        /// <summary>How many of its turns, from the first, this process has seen stored.</summary>
        public int Stored { get; set; }
    }

    private sealed record Pending(ConversationKey Conversation, SpooledTurn Turn, TaskCompletionSource<bool> IsKept);
}
