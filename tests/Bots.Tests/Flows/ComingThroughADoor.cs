using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Doors;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Flows;

/// <summary>What the transcripts under <c>doors/</c> do not show: names of any length, and when a code is looked up at all.</summary>
public sealed class ComingThroughADoor
{
    private const string Code = "KX7P4TA9";
    private const string Nura = "711510000";

    private static readonly ReportFlow Flow = FlowBench.Flow();

    [Fact]
    public void A_long_name_leaves_the_three_answers_whole_in_two_parts()
    {
        foreach (var language in Languages.All)
        {
            foreach (var notice in new string[]?[] { null, ["note.told"], ["note.changed"], ["note.language"] })
            {
                var shown = Flow.Render(
                    new ConversationState
                    {
                        Flow = ReportCodes.Flow,
                        FlowVersion = Flow.Version,
                        State = nameof(ReportState.ConfirmPlace),
                        Language = language,
                        Notices = notice ?? [],
                        Draft = new ReportDraft { Door = new PassedDoor(new string('ж', DoorName.MostChars), Nura), PlaceOffers = [Nura] },
                    },
                    ChannelKind.Sms);
                Assert.True(shown.Text.Length <= SmsWording.MostUnits, $"{shown.Text.Length}: {shown.Text}");
                Assert.Equal(["1", "2", "3"], shown.Text.Split('\n')[^3..].Select(line => line[..1]));
                if (notice is [var key])
                    Assert.StartsWith(ReportTexts.Get(language, $"sms.{key}"), shown.Text, StringComparison.Ordinal);
            }
        }
    }

    public static TheoryData<ChannelKind, TurnInput, bool> Inputs() => new()
    {
        { ChannelKind.Telegram, new TurnInput.Command("start", "kx7p4ta9"), true },
        { ChannelKind.Telegram, new TurnInput.Command("start"), false },
        { ChannelKind.Telegram, new TurnInput.Command("start", "any-other"), false },
        { ChannelKind.Telegram, new TurnInput.Command("help", Code), false },
        { ChannelKind.Telegram, new TurnInput.Text(Code), false },
        { ChannelKind.WebChat, new TurnInput.Choice(ReportCodes.Flow, ReportCodes.LanguageQuestion, "ru") { Door = Code }, true },
        { ChannelKind.WebChat, new TurnInput.Text("words") { Door = Code }, true },
        { ChannelKind.WebChat, new TurnInput.Text(Code), false },
        { ChannelKind.Sms, new TurnInput.Text($"{Code} words"), true },
        { ChannelKind.Sms, new TurnInput.Text($"words {Code}"), false },
        { ChannelKind.Sms, new TurnInput.Text(Code, Edited: true), false },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_code_is_looked_up_only_where_one_may_stand(ChannelKind channel, TurnInput input, bool isLookedUp) =>
        Assert.Equal(isLookedUp ? new FlowNeed.Door(Code) : null, Flow.Needs(Flow.Begin(), input, channel, FlowBench.Start));

    /// <summary>A code that names no door may have been meant as words.</summary>
    [Theory]
    [InlineData(true, "they hit my brother")]
    [InlineData(false, Code + " they hit my brother")]
    public void The_words_behind_a_code_are_kept_and_an_unknown_code_with_them(bool isDoor, string kept)
    {
        var moment = new FlowMoment(
            FlowBench.Start, ChannelKind.Sms, new SignalId(Guid.Empty), Language.En, Found: new FlowFinding(Door: isDoor ? new Door(Code, Nura, "School 5") : null));
        var step = Flow.Take(Flow.Begin(), new TurnInput.Text($"{Code} they hit my brother"), moment);
        Assert.Equal(kept, Assert.Single(step.State.Draft.Story).Text);
        Assert.Equal(isDoor ? "School 5" : null, step.State.Draft.Door?.Name);
    }

    [Fact]
    public void In_a_story_by_SMS_it_is_part_of_the_words()
    {
        var told = Flow.Begin() with { Draft = new ReportDraft { Story = [new StoryPart("words", FlowBench.Start, ReportCodes.Story)] } };
        Assert.Null(Flow.Needs(told, new TurnInput.Text($"{Code} words"), ChannelKind.Sms, FlowBench.Start));
    }
}
