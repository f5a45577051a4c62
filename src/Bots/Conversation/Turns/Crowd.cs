using System.Text.Json.Serialization;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// How thick the turns of a conversation come, and what waits of those that came too thick to be dealt with one by one. Part of the
/// conversation's state, so that it outlives the process and holds on every node.
/// </summary>
public sealed record Crowd
{
    /// <summary>Turns in a minute; with more a conversation is crowded. Whoever types has never come near it.</summary>
    public const int MostTurns = 60;

    /// <summary>Messages that wait, those without danger: the newest. More take the place of the oldest.</summary>
    public const int MostWords = 100;

    /// <summary>Messages of danger that wait, or that are kept beyond the room of their conversation: the newest.</summary>
    public const int MostGrave = 50;

    /// <summary>Characters in either list; the newest message stays whatever its length.</summary>
    public const int MostChars = 20_000;

    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>When the present minute began: with its first turn (UTC).</summary>
    public DateTime? SinceUtc { get; init; }

    /// <summary>The reporter's turns in that minute.</summary>
    public int Turns { get; init; }

    /// <summary>More than <see cref="MostTurns"/> came in this minute or in the one just before it.</summary>
    public bool IsCrowded { get; init; }

    /// <summary>What is no message (presses, commands, points on the map) and was dealt with while it was crowded, in this minute.</summary>
    public int Acts { get; init; }

    /// <summary>The gravest that was dealt with at once while it was crowded, in this minute.</summary>
    public Urgency? Gravest { get; init; }

    public IReadOnlyList<StoryPart> Words { get; init => field = value ?? []; } = [];

    public IReadOnlyList<StoryPart> Grave { get; init => field = value ?? []; } = [];

    /// <summary>Voice notes, pictures and files that wait to be counted.</summary>
    public int Media { get; init; }

    /// <summary>Messages that were counted only: equal to one that is kept, or too many.</summary>
    public int NotKept { get; init; }

    /// <summary>Something came that was not answered.</summary>
    public bool IsOwed { get; init; }

    /// <summary>Whether the minute began crowded.</summary>
    public bool GoesOn { get; init; }

    [JsonIgnore]
    public bool HasWaiting => IsOwed || NotKept > 0 || Media > 0 || Words.Count > 0 || Grave.Count > 0;

    [JsonIgnore]
    public DateTime? EndsUtc => SinceUtc + Minute;

    /// <summary>The crowd with one more turn.</summary>
    public Crowd Count(DateTime receivedUtc)
    {
        // A turn from the spool, or a clock that was set back, may lie before the minute.
        if (SinceUtc is { } since && (receivedUtc - since).Duration() < Minute)
            return this with { Turns = Turns + 1, IsCrowded = IsCrowded || Turns >= MostTurns };
        var goesOn = Turns > MostTurns && receivedUtc - SinceUtc < 2 * Minute;
        return this with { SinceUtc = receivedUtc, Turns = 1, IsCrowded = goesOn, GoesOn = goesOn, Acts = 0, Gravest = null };
    }

    /// <summary>The same minute, in which nothing waits any more.</summary>
    public Crowd Emptied() => this with { Words = [], Grave = [], Media = 0, NotKept = 0, IsOwed = false };

    public Crowd With(StoryPart part, bool isGrave)
    {
        var (kept, dropped) = Newest([.. isGrave ? Grave : Words, part], isGrave ? MostGrave : MostWords);
        return isGrave ? this with { Grave = kept, NotKept = NotKept + dropped } : this with { Words = kept, NotKept = NotKept + dropped };
    }

    /// <summary>The newest parts within the bounds, and how many others there were.</summary>
    public static (IReadOnlyList<StoryPart> Kept, int Dropped) Newest(IReadOnlyList<StoryPart> parts, int most)
    {
        var first = parts.Count;
        var chars = 0;
        while (first > 0 && parts.Count - first < most && (chars == 0 || chars + parts[first - 1].Text.Length <= MostChars))
            chars += parts[--first].Text.Length;
        return (first == 0 ? parts : [.. parts.Skip(first)], first);
    }
}
