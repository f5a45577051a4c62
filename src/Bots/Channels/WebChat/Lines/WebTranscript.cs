using System.Security.Cryptography;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Senim.Bots.Conversation.Turns;
using Senim.Intake.Conversations;
using Senim.Intake.Privacy;
using Senim.Intake.Signals;

namespace Senim.Bots.Channels.WebChat.Lines;

/// <summary>The lines of a web conversation, opened.</summary>
internal sealed class WebTranscript(ILineReader lines, KeyRing keys, BlindIndex blind)
{
    /// <summary>Lines in one answer or frame.</summary>
    public const int MostLines = 100;

    /// <summary>So far back an echo or a button is looked for: longer than any list of questions on a screen.</summary>
    private const int FarthestBack = 200;

    public ConversationKey Key(WebConversationId conversation) => blind.Conversation(ChannelKind.WebChat, conversation.ToString());

    /// <summary>
    /// What comes after a watermark. Lines whose key was destroyed are left out, and so is what stands before the last clearing of the chat
    /// and the echo of the wish to clear it; the watermark moves past both.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    public async Task<TranscriptPart> ReadAsync(WebConversationId conversation, int watermark, CancellationToken cancellationToken)
    {
        var stored = await lines.ReadAsync(Key(conversation), watermark, MostLines, cancellationToken);
        var opened = Open(conversation, stored);
        var cleared = opened.FindLastIndex(LineActivities.ClearsChat);
        var first = cleared > 0 && LineActivities.IsEcho(opened[cleared - 1]) ? cleared - 1 : Math.Max(cleared, 0);
        return new TranscriptPart
        {
            Activities = opened.GetRange(first, opened.Count - first),
            Last = stored.Count > 0 ? stored[^1].Row.Number : watermark,
            HasMore = stored.Count == MostLines,
        };
    }

    /// <summary>The line that a posted activity became; null when there is none near the end.</summary>
    public async Task<string?> FindEchoAsync(WebConversationId conversation, string clientActivityId, CancellationToken cancellationToken)
    {
        var last = Open(conversation, await lines.ReadLastAsync(Key(conversation), FarthestBack, cancellationToken));
        return last.Find(line => LineActivities.ClientActivityId(line) == clientActivityId)?.Id;
    }

    /// <summary>The words on the newest button with that code; null when no such button was shown.</summary>
    public async Task<string?> FindLabelAsync(WebConversationId conversation, string code, CancellationToken cancellationToken)
    {
        var last = Open(conversation, await lines.ReadLastAsync(Key(conversation), FarthestBack, cancellationToken));
        return last
            .SelectMany(line => line.SuggestedActions?.Actions ?? [])
            .FirstOrDefault(button => button.Value as string == code)?.Title;
    }

    private List<Activity> Open(WebConversationId conversation, IReadOnlyList<StoredLine> stored)
    {
        var opened = new List<Activity>(stored.Count);
        var known = new Dictionary<Guid, DataKey?>();
        foreach (var line in stored)
        {
            var id = line.Row.DataKeyId;
            if (!known.TryGetValue(id, out var key))
                known[id] = key = Unwrap(id, line.WrappedDataKey);
            if (key is not null && Open(key, line) is { } activity)
                opened.Add(Numbered(activity, conversation, line));
        }

        return opened;
    }

    private DataKey? Unwrap(Guid id, byte[]? wrapped)
    {
        try
        {
            return wrapped is null ? null : DataKey.Unwrap(keys.Content, id, wrapped);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Activity? Open(DataKey key, StoredLine line)
    {
        try
        {
            return LineForm.Read(WebLines.Open(key, line.Row));
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            // One line that cannot be read must not keep the reporter from the lines after it.
            return null;
        }
    }

    private static Activity Numbered(Activity activity, WebConversationId conversation, StoredLine line)
    {
        activity.Id = conversation.Line(line.Row.Number);
        activity.Conversation = new ConversationAccount { Id = conversation.ToString() };
        activity.Timestamp = line.Row.CreatedUtc;
        return activity;
    }
}

internal sealed record TranscriptPart
{
    public required IReadOnlyList<Activity> Activities { get; init; }

    /// <summary>Number of the last line read, shown or left out.</summary>
    public required int Last { get; init; }

    public required bool HasMore { get; init; }
}
