using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>
/// The short way of turns that come too thick: nobody is refused, but what such a turn costs is bounded. It is weighed by itself. What tells
/// of more danger goes the whole way at once; the rest waits in the conversation's state, the newest of it, and becomes one addition when
/// the minute ends. What could not be kept is counted, and staff are told how much it was.
/// </summary>
internal sealed class CrowdedTurns(IFlow flow, TimeProvider clock)
{
    /// <summary>Presses, commands and points in a crowded minute that are answered; after them only what leads out is heard.</summary>
    private const int MostActs = 10;

    /// <summary>Turns up to which the lines of a web conversation are written down one by one in the first crowded minute.</summary>
    private const int MostRecorded = 2 * Crowd.MostTurns;

    /// <summary>Counts the turn, and says which way it goes.</summary>
    public CrowdedTurn Plan(LiveConversation before, InboundTurn turn)
    {
        if (!turn.Input.IsOfReporter)
            return new CrowdedTurn(before);
        var state = before.State;
        var crowd = state.Crowd.Count(turn.ReceivedUtc);
        var hasNoRoom = UnparsedTurns.HasNoRoom(state, turn.Input);
        if (!crowd.IsCrowded && !hasNoRoom)
            return new CrowdedTurn(With(before, crowd));

        var weight = Weigh(state, turn);
        if (Raises(weight.Urgency, state.Draft.SentUrgency, crowd.Gravest))
            return new CrowdedTurn(With(before, crowd with { Gravest = weight.Urgency }));
        var isAnswered = !crowd.IsCrowded || crowd.Acts < MostActs;
        if (weight.Kind == InputKind.WayOut)
            return new CrowdedTurn(With(before, crowd with { Acts = crowd.Acts + 1 })) { LeadsOut = true, Answers = isAnswered };
        if (weight.Kind == InputKind.Act && !hasNoRoom && isAnswered)
            return new CrowdedTurn(With(before, crowd with { Acts = crowd.Acts + 1 }));
        if (!crowd.IsCrowded && UnparsedTurns.HasRow(state))
            return new CrowdedTurn(With(before, crowd));
        return new CrowdedTurn(With(before, crowd))
        {
            Weight = weight,
            IsCalmed = !crowd.IsCrowded,
            Records = !crowd.IsCrowded || crowd is { GoesOn: false, Turns: <= MostRecorded },
        };
    }

    /// <summary>Takes the turn the way that it goes.</summary>
    public FlowStep Take(CrowdedTurn crowded, InboundTurn turn, FlowMoment moment)
    {
        if (crowded.Weight is not null)
            return Keep(crowded, turn, moment);
        var before = crowded.Before.State;
        if (turn.Input is TurnInput.TimedOut silence)
            return (before.TimeoutUtc == silence.DueUtc ? Fold(before, moment) : null) ?? flow.Take(before, turn.Input, moment);

        // What waits was said before.
        var folded = !turn.Input.IsOfReporter ? null : Fold(before, moment);
        var step = flow.Take(folded?.State ?? before, turn.Input, moment);
        var crowd = (folded?.State ?? before).Crowd;
        if (!crowded.Answers)
            crowd = crowd with { IsOwed = true };
        return step with
        {
            State = step.State with
            {
                Crowd = crowd,
                Unread = before.Unread,
                TimeoutUtc = crowd.HasWaiting ? Due(folded?.State ?? before) : step.State.TimeoutUtc,
            },
            Submission = Both(folded?.Submission, step.Submission),
            Replies = step.Replies && crowded.Answers,
        };
    }

    /// <summary>Lays the turn to those that wait.</summary>
    private FlowStep Keep(CrowdedTurn crowded, InboundTurn turn, FlowMoment moment)
    {
        var before = crowded.Before.State;

        // What waits since an earlier minute is due: its time-out was not heard yet.
        var earlier = before.TimeoutUtc <= turn.ReceivedUtc ? Fold(before, moment) : null;
        var state = earlier?.State ?? before;
        var crowd = Add(state, turn, crowded.Weight!);
        var after = state with { Crowd = crowd, TimeoutUtc = Due(state) };
        return new FlowStep
        {
            // What newer turns have overtaken is not answered.
            State = moment.IsOvertaken ? after : after with
            {
                Crowd = crowd with { IsOwed = true },
                Unreachable = state.Barred,
                Draft = state.Draft with { TalkedUtc = turn.ReceivedUtc },
            },
            Submission = earlier?.Submission,
            Replies = false,
        };
    }

    /// <summary>The conversation with all that waits in its draft; null when nothing does.</summary>
    private FlowStep? Fold(ConversationState state, FlowMoment moment)
    {
        if (!state.Crowd.HasWaiting)
            return null;
        var emptied = state with { Crowd = state.Crowd.Emptied(), TimeoutUtc = null };
        var step = flow.Grow(emptied, Grown(state.Draft, state.Crowd), moment);
        var isNews = state.Crowd.IsOwed || state.HeldSinceUtc is not null || step.State.Draft.Danger != state.Draft.Danger;
        return step with { Replies = step.Replies && isNews };
    }

    /// <summary>What waits is told when its minute ends; where that is past (the turns came late) not sooner than in a minute either.</summary>
    private DateTime? Due(ConversationState state)
    {
        if (state.Crowd.HasWaiting && state.TimeoutUtc is { } known)
            return known;
        var now = clock.NowUtc();
        return state.Crowd.EndsUtc is { } end && end > now ? end : now + Crowd.Minute;
    }

    private static SignalSubmission? Both(SignalSubmission? folded, SignalSubmission? own) => (folded, own) switch
    {
        (_, null) => folded,
        (null, _) => own,
        _ => own with { HasNewWords = own.HasNewWords || folded.HasNewWords },
    };

    private InputWeight Weigh(ConversationState state, InboundTurn turn)
    {
        try
        {
            return flow.Weigh(state, turn.Input, turn.Channel);
        }
        catch (Exception)
        {
            // It is kept in any case, and goes the whole way once a minute.
            return new InputWeight(InputKind.Words, Urgency.Urgent);
        }
    }

    /// <summary>Danger counts anew in each minute, whatever was sent: the signal may have been closed since. Lesser things only when they raise it.</summary>
    private static bool Raises(Urgency urgency, Urgency? sent, Urgency? gravest) =>
        urgency >= Urgency.Urgent && !(gravest >= urgency) && (urgency == Urgency.Emergency || !(sent >= urgency));

    private static Crowd Add(ConversationState state, InboundTurn turn, InputWeight weight)
    {
        var crowd = state.Crowd;
        if (turn.Input is TurnInput.Attachment { Kind: not AttachmentKind.Ornament })
            crowd = crowd with { Media = crowd.Media + 1 };
        if (UnparsedTurns.Words(turn.Input) is not { } said)
            return turn.Input is TurnInput.Location or TurnInput.Command { Argument: { Length: > 0 } } ? crowd with { NotKept = crowd.NotKept + 1 } : crowd;
        var isGrave = weight.Urgency == Urgency.Emergency;
        return IsKept(state, said) || (!isGrave && UnparsedTurns.HasNoRoom(state, turn.Input))
            ? crowd with { NotKept = crowd.NotKept + 1 }
            : crowd.With(new StoryPart(said, turn.ReceivedUtc, weight.Question), isGrave);
    }

    private static bool IsKept(ConversationState state, string said) =>
        ((IReadOnlyList<StoryPart>[])[state.Crowd.Words, state.Crowd.Grave, state.Draft.Story, state.Draft.Last])
            .Any(parts => parts.Any(part => part.Text == said));

    private static ReportDraft Grown(ReportDraft draft, Crowd crowd)
    {
        List<StoryPart> kept = [];
        List<StoryPart> beyond = [];
        var parts = draft.Story.Count;
        var chars = draft.Story.Sum(part => part.Text.Length);
        foreach (var part in crowd.Grave.Reverse().Concat(crowd.Words.Reverse()))
        {
            var fits = parts < UnparsedTurns.MostStoryParts && chars + part.Text.Length <= UnparsedTurns.MostStoryChars;
            (fits ? kept : beyond).Add(part);
            if (fits)
                (parts, chars) = (parts + 1, chars + part.Text.Length);
        }

        var grave = beyond.Where(crowd.Grave.Contains).Reverse().ToList();
        var grown = draft with
        {
            Story = kept.Count == 0 ? draft.Story : [.. draft.Story, .. kept.AsEnumerable().Reverse().OrderBy(part => part.ReceivedUtc)],
            Media = draft.Media + crowd.Media,
            NotKept = draft.NotKept + crowd.NotKept + beyond.Count - grave.Count,
        };
        return grave.Count == 0 ? grown : grown.WithLast(grave);
    }

    private static LiveConversation With(LiveConversation live, Crowd crowd) => live with { State = live.State with { Crowd = crowd } };
}

/// <summary>One turn, counted, and the way that it goes.</summary>
/// <param name="Before">The conversation that it meets.</param>
internal sealed record CrowdedTurn(LiveConversation Before)
{
    /// <summary>What it weighs when it goes the short way; null when it goes the whole one.</summary>
    public InputWeight? Weight { get; init; }

    /// <summary>The whole way is not ended by a reply: there were too many.</summary>
    public bool Answers { get; init; } = true;

    /// <summary>A wish to leave or to be left alone: it adds no words.</summary>
    public bool LeadsOut { get; init; }

    /// <summary>On the short way: there is no room for it, but nothing is wrong with its pace, so that calm words answer it.</summary>
    public bool IsCalmed { get; init; }

    /// <summary>The lines of a web conversation are written down.</summary>
    public bool Records { get; init; } = true;
}
