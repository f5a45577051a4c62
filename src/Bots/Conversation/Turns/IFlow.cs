using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Doors;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Turns;

/// <summary>One conversation, as a machine over a stored state. Does no input or output; the runner stores and sends.</summary>
public interface IFlow
{
    string Name { get; }

    int Version { get; }

    /// <summary>Whether choices that name this flow are its own to understand.</summary>
    bool Answers(string flow) => flow == Name;

    /// <summary>The state in which a new conversation starts (nothing chosen, nothing said).</summary>
    ConversationState Begin();

    /// <summary>Takes one turn. Never throws on what a reporter may do.</summary>
    FlowStep Take(ConversationState state, TurnInput input, FlowMoment moment);

    /// <summary>What must be looked up before the turn can be taken; null for nothing, as nearly always. Pure.</summary>
    FlowNeed? Needs(ConversationState state, TurnInput input, ChannelKind channel, DateTime nowUtc) => null;

    /// <summary>What the reporter sees in this state, on a channel of that kind.</summary>
    OutboundReply Render(ConversationState state, ChannelKind channel);

    /// <summary>The language that words are in; null when they do not tell.</summary>
    Language? GuessLanguage(string text) => null;

    /// <summary>What an input says by itself. Pure, and cheap beside <see cref="Take"/>.</summary>
    InputWeight Weigh(ConversationState state, TurnInput input, ChannelKind channel) =>
        new(input is TurnInput.Text or TurnInput.Attachment ? InputKind.Words : InputKind.Act);

    /// <summary>Goes on with a draft that has grown by what came too thick to be answered.</summary>
    FlowStep Grow(ConversationState state, ReportDraft draft, FlowMoment moment) => new() { State = state with { Draft = draft } };

    /// <summary>Help for the danger that was said last, to be caught up on; null when there was none, or it was taken back.</summary>
    OutboundReply? Help(ConversationState state, ChannelKind channel) => null;
}

/// <param name="ReceivedUtc">When the turn reached us.</param>
/// <param name="Channel">The channel it came by.</param>
/// <param name="NewSignal">The id that a signal made in this turn will bear.</param>
/// <param name="LanguageHint">What the device hints at.</param>
/// <param name="IsOvertaken">Something that the reporter did later was taken before it.</param>
/// <param name="Found">What was looked up for it; null when nothing was needed.</param>
public sealed record FlowMoment(
    DateTime ReceivedUtc, ChannelKind Channel, SignalId NewSignal, Language? LanguageHint = null, bool IsOvertaken = false, FlowFinding? Found = null);

/// <summary>What a flow has to know that no conversation remembers.</summary>
public abstract record FlowNeed
{
    private FlowNeed()
    {
    }

    /// <summary>How far the conversation's own signal has come.</summary>
    public sealed record Progress(SignalId Signal) : FlowNeed;

    /// <summary>The case that a code opens.</summary>
    public sealed record Code(string Digits) : FlowNeed;

    /// <summary>A case that a code opened before, as it stands now.</summary>
    public sealed record Case(SignalId Signal) : FlowNeed;

    /// <summary>An earlier report of the same chat, as it was sent.</summary>
    public sealed record Earlier(SignalId Signal) : FlowNeed;

    /// <summary>The door that a code from a wall names; <paramref name="Sign"/> as <see cref="DoorCode.Read"/> gives it.</summary>
    public sealed record Door(string Sign) : FlowNeed;
}

/// <summary>What was found of what a flow needs.</summary>
/// <param name="Progress">Null until staff's first step was told.</param>
/// <param name="Case">Null when the code opens nothing.</param>
/// <param name="IsSlowed">Nothing was looked up: too many wrong codes came just before.</param>
/// <param name="Earlier">Null when the report's words were erased.</param>
/// <param name="Door">Null when the code names none, or one that was closed.</param>
public sealed record FlowFinding(CaseProgress? Progress = null, OpenedCase? Case = null, bool IsSlowed = false, Door? Door = null, EarlierReport? Earlier = null);

/// <summary>What a turn leads to.</summary>
public sealed record FlowStep
{
    public required ConversationState State { get; init; }

    /// <summary>What is to be written of the signal together with the state; null when nothing of it changed.</summary>
    public SignalSubmission? Submission { get; init; }

    /// <summary>False: nothing is said to the reporter (a time-out, a turn of one who cannot be reached, a text of a story that is answered together).</summary>
    public bool Replies { get; init; } = true;

    /// <summary>The draft was erased: the key of what was sealed so far is destroyed unless a signal has taken it over.</summary>
    public bool ErasesDraft { get; init; }

    /// <summary>The reply address is destroyed now.</summary>
    public bool DestroysAddress { get; init; }

    /// <summary>What is shown this one time in place of the state, and never again: it is not remembered.</summary>
    public OutboundReply? Once { get; init; }

    /// <summary>Questions of staff that this turn carries on.</summary>
    public IReadOnlyList<QuestionChange> Questions { get; init; } = [];

    /// <summary>The signal can be opened by these digits from now on, and by none before.</summary>
    public string? NewCode { get; init; }

    /// <summary>What is to be brought into the conversation of a case that a code opened.</summary>
    public Relay? Relay { get; init; }
}
