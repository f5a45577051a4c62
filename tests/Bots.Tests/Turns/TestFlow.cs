using System.Collections.Concurrent;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Turns;

/// <summary>The least flow that shows order: keeps all words; "send" makes the signal, "break" throws, "forget" destroys the address.</summary>
internal sealed class TestFlow : IFlow
{
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private readonly ConcurrentQueue<TurnInput> _taken = new();

    /// <summary>What the flow was given so far.</summary>
    public IReadOnlyCollection<TurnInput> Taken => _taken;

    public string Name => "test";

    public int Version => 1;

    public ConversationState Begin() => new() { Flow = Name, FlowVersion = Version, State = "Listening" };

    public Language? GuessLanguage(string text) => text.Any(letter => letter is >= 'а' and <= 'я') ? Language.Ru : null;

    public FlowStep Take(ConversationState state, TurnInput input, FlowMoment moment)
    {
        _taken.Enqueue(input);
        switch (input)
        {
            case TurnInput.TimedOut timedOut when timedOut.DueUtc != state.TimeoutUtc:
                return new FlowStep { State = state, Replies = false };
            case TurnInput.TimedOut:
                return Submit(state with { TimeoutUtc = null, State = "Silent" }, moment, incomplete: true) with { Replies = false };
            case TurnInput.Text { Value: "break" }:
                throw new InvalidOperationException("A planned fault.");
            case TurnInput.Text { Value: "leave" }:
                return new FlowStep { State = Begin(), ErasesDraft = true };
            case TurnInput.Text { Value: "forget" }:
                return new FlowStep { State = state, DestroysAddress = true };
            case TurnInput.Text text:
                var said = state with
                {
                    Draft = state.Draft with { TalkedUtc = moment.ReceivedUtc, Story = [.. state.Draft.Story, new StoryPart(text.Value, moment.ReceivedUtc, null)] },
                    TimeoutUtc = moment.ReceivedUtc + Silence,
                    State = "Listening",
                };
                return state.Signal is not null || text.Value == "send" ? Submit(said, moment, incomplete: false) : new FlowStep { State = said };
            default:
                return new FlowStep { State = state };
        }
    }

    public OutboundReply Render(ConversationState state, ChannelKind channel) => new()
    {
        State = state.State,
        Language = Language.En,
        Text = $"heard {state.Draft.Story.Count}",
    };

    private static FlowStep Submit(ConversationState state, FlowMoment moment, bool incomplete)
    {
        var due = new DueTimes(moment.ReceivedUtc.AddHours(1), moment.ReceivedUtc.AddHours(2), null, moment.ReceivedUtc.AddDays(3));
        var id = state.Signal ?? moment.NewSignal;
        return new FlowStep
        {
            State = state with { Signal = id, TimeoutUtc = null },
            Submission = new SignalSubmission
            {
                Id = id,
                IsNew = state.Signal is null,
                Source = SignalSource.Unknown,
                Language = Language.En,
                Triage = new TriageResult(Urgency.Standard, [Category.Bullying], [], null),
                Content = new SignalContent { Story = state.Draft.Story },
                PlaceCode = null,
                Incomplete = incomplete,
                HasNewWords = true,
                Due = due,
            },
        };
    }
}
