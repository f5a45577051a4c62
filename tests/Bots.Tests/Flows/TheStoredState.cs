using System.Text.Json;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Tests.Flows;

/// <summary>A conversation that was stored by an older build goes on with this one.</summary>
public sealed class TheStoredState
{
    private static readonly FlowMoment Moment = new(FlowBench.Start, ChannelKind.WebChat, new SignalId(Guid.CreateVersion7()));

    [Fact]
    public void A_state_with_nothing_but_its_name_is_read_and_goes_on()
    {
        var state = JsonSerializer.Deserialize("""{"flow":"report","flowVersion":1,"state":"AskStory","language":"Ru","draft":{}}""", ConversationJson.Default.ConversationState)!;

        var step = FlowBench.Flow().Take(state, new TurnInput.Text("дразнят"), Moment);

        Assert.Equal("AskStory", step.State.State);
        Assert.Single(step.State.Draft.Story);
        Assert.True(state is { Barred: false, HeldSinceUtc: null, Unread: 0, Crowd.HasWaiting: false });
    }

    [Fact]
    public void A_state_that_the_machine_no_longer_has_resumes_at_the_first_unanswered_question()
    {
        var flow = FlowBench.Flow();
        var state = flow.Begin() with { State = "AskShoeSize", Language = Language.En, Draft = new ReportDraft { Settled = ["safe", "forwhom", "what"] } };

        Assert.Equal("AskStory", flow.Render(state, ChannelKind.WebChat).State);
        Assert.Equal("AskWhen", flow.Take(state, new TurnInput.Choice("report", "story", "done"), Moment).State.State);
    }

    [Fact]
    public void All_that_a_conversation_remembers_survives_being_stored()
    {
        var state = FlowBench.Flow().Begin() with
        {
            Language = Language.Kk,
            LanguageGuess = Language.Kk,
            Visited = ["AskSafe"],
            Notices = ["note.kept"],
            TimesAsked = 2,
            Signal = new SignalId(Guid.CreateVersion7()),
            TimeoutUtc = FlowBench.Start,
            Unreachable = true,
            Barred = true,
            HeldSinceUtc = FlowBench.Start,
            HeardUtc = FlowBench.Start,
            Crowd = new Crowd
            {
                SinceUtc = FlowBench.Start,
                Turns = 61,
                IsCrowded = true,
                Gravest = Urgency.Information,
                Words = [new StoryPart("b", FlowBench.Start, "story")],
            },
            Unread = 7,
            Draft = new ReportDraft
            {
                Story = [new StoryPart("a", FlowBench.Start, null)],
                Answers = [new SignalAnswer("safe", ["unsure"])],
                Danger = DangerForm.Attack,
                SentUrgency = Urgency.Information,
                TalkedUtc = FlowBench.Start,
            },
        };
        var stored = JsonSerializer.Serialize(state, ConversationJson.Default.ConversationState);

        var read = JsonSerializer.Deserialize(stored, ConversationJson.Default.ConversationState)!;

        Assert.Equal(stored, JsonSerializer.Serialize(read, ConversationJson.Default.ConversationState));
        Assert.True(read is { Unreachable: true, Barred: true, HeldSinceUtc.Kind: DateTimeKind.Utc });
        Assert.True(read is { Unread: 7, Crowd: { Turns: 61, IsCrowded: true, HasWaiting: true, Gravest: Urgency.Information, SinceUtc.Kind: DateTimeKind.Utc } });
        Assert.Equal(DangerForm.Attack, read.Draft.Danger);
        Assert.Equal(Urgency.Information, read.Draft.SentUrgency);
        Assert.Equal(Language.Kk, read.Language);
        Assert.Equal(DateTimeKind.Utc, read.TimeoutUtc!.Value.Kind);
    }
}
