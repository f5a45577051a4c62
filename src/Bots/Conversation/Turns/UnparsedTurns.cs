using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// What becomes of a turn on which the code failed, or for whose words the conversation has no room: staff see it as it came, at least
/// Urgent since nobody has understood it; the reporter gets calm words and the numbers. After many of them only the last ones are kept.
/// </summary>
internal sealed class UnparsedTurns(TurnWriter writer, ITriage triage, IPromises promises, ReplyShower shower, TimeProvider clock)
{
    /// <summary>
    /// Every turn reads, weighs and writes all that its conversation holds, so one that grew without end would make all others wait.
    /// So many characters are some fifty pages.
    /// </summary>
    public const int MostStoryChars = 100_000;

    public const int MostStoryParts = 1_000;

    /// <summary>Rows of turns that are kept as they came, in one conversation. Staff are shown so many.</summary>
    public const int MostRows = 500;

    /// <summary>The conversation is full: further words are kept each in a row of its own, while there are rows.</summary>
    public static bool HasNoRoom(ConversationState state, TurnInput input) =>
        Words(input) is not null
        && (state.Draft.Story.Count >= MostStoryParts || state.Draft.Story.Sum(part => part.Text.Length) >= MostStoryChars);

    public static bool HasRow(ConversationState state) => state.Unread < MostRows;

    public TurnDraft Keep(LiveConversation before, InboundTurn turn)
    {
        var said = Words(turn.Input);
        var assessed = Assess(said);
        var urgency = assessed.Urgency > Urgency.Urgent ? assessed.Urgency : Urgency.Urgent;
        var hasRow = HasRow(before.State);
        var draft = before.State.Draft;
        if (!hasRow && said is not null)
        {
            draft = draft.WithLast([new StoryPart(said, turn.ReceivedUtc, null)]);
            before = before with { State = before.State with { Draft = draft } };
        }

        var placeCode = before.Signal?.PlaceCode ?? draft.PlaceCode;
        var submission = new SignalSubmission
        {
            Id = before.State.Signal ?? SignalId.New(clock),
            IsNew = before.Signal is null,
            Source = before.Signal?.Source ?? SignalSource.Unknown,
            Language = before.State.Language ?? turn.LanguageHint ?? Language.Kk,
            Triage = assessed with
            {
                Urgency = urgency,
                Categories = Categories(before.Signal?.Categories, assessed.Categories),
            },
            Content = new SignalContent
            {
                Story = said is null || !hasRow ? draft.Words() : [.. draft.Words(), new StoryPart(said, turn.ReceivedUtc, null)],
                Answers = draft.Answers,
                Reasons = [.. assessed.Reasons, new TriageReason("", "unparsed")],
                PlaceText = draft.PlaceText,
                UnheardMedia = draft.Media,
                NotKept = draft.NotKept,
            },
            PlaceCode = placeCode,
            Incomplete = before.Signal?.Incomplete ?? true,
            HasNewWords = true,
            Due = promises.For(urgency, turn.ReceivedUtc, placeCode),
        };
        var reply = !turn.Input.IsOfReporter ? null : CalmWords.Reply(before.State.Language);
        var content = before.UnreadableState is { } state ? $"{Json(turn.Input)}\n{state}" : hasRow ? Json(turn.Input) : null;
        return writer.WriteUnparsed(before, turn, submission, content, reply, new CautiousChannel(shower.Channel(turn.Channel)));
    }

    private TriageResult Assess(string? said)
    {
        try
        {
            return triage.Assess(new TriageInput { Texts = said is null ? [] : [said] });
        }
        catch (Exception)
        {
            // Triage itself may be what failed; the turn is kept in any case.
            return new TriageResult(Urgency.Urgent, [], [], null);
        }
    }

    private static IReadOnlyList<Category> Categories(string? known, IReadOnlyList<Category> found)
    {
        var before = new List<Category>();
        foreach (var code in (known ?? "").Split(','))
        {
            if (CategoryCodes.TryParse(code, out var category))
                before.Add(category);
        }

        return [.. before.Union(found)];
    }

    /// <summary>What stands in the place of a point on the map.</summary>
    public const string PointWithoutPlace = "location";

    public static string? Words(TurnInput input) => input switch
    {
        TurnInput.Text text => text.Value,
        TurnInput.Attachment { Caption: { Length: > 0 } caption } => caption,
        _ => null,
    };

    private static string Json(TurnInput input) => input is TurnInput.Location
        // A point on the map is nowhere saved, not even here.
        ? PointWithoutPlace
        : JsonSerializer.Serialize(input, (JsonTypeInfo<TurnInput>)ConversationJson.Default.GetTypeInfo(typeof(TurnInput))!);

    /// <summary>The channel may be what failed. A memo or a line less is little beside the message.</summary>
    private sealed class CautiousChannel(IReplyChannel channel) : IReplyChannel
    {
        public ChannelKind Kind => channel.Kind;

        public byte[]? Remember(byte[]? memo, InboundTurn turn)
        {
            try
            {
                return channel.Remember(memo, turn);
            }
            catch (Exception)
            {
                return memo;
            }
        }

        public IReadOnlyList<byte[]> Record(InboundTurn turn, OutboundReply? reply)
        {
            try
            {
                return channel.Record(turn, reply);
            }
            catch (Exception)
            {
                return [];
            }
        }

        public DateTime? CleansUtc(byte[]? memo)
        {
            try
            {
                return channel.CleansUtc(memo);
            }
            catch (Exception)
            {
                return null;
            }
        }

        public Task<ShowResult> ShowAsync(ShowRequest request, CancellationToken cancellationToken) => channel.ShowAsync(request, cancellationToken);
    }
}
