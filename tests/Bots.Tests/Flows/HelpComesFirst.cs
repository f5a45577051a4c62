using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;

namespace Senim.Bots.Tests.Flows;

public sealed class HelpComesFirst
{
    [Theory]
    [InlineData("Қазақша", Language.Kk)]
    [InlineData("Русский", Language.Ru)]
    [InlineData("English", Language.En)]
    public void What_to_do_now_stands_above_the_thanks_for_more_words(string languageButton, Language language)
    {
        var flow = FlowBench.Flow();
        var state = Press(flow, flow.Begin(), choice => choice.Label == languageButton);
        state = Press(flow, state, choice => choice.IsDanger);
        state = Take(flow, state, new TurnInput.Text("он с ножом"));

        var text = flow.Render(state, ChannelKind.Telegram).Text;
        var thanks = text.IndexOf(ReportTexts.Get(language, "note.added"), StringComparison.Ordinal);
        Assert.True(thanks > 0, text);
        Assert.InRange(text.IndexOf("102", StringComparison.Ordinal), 0, thanks);
    }

    private static ConversationState Press(ReportFlow flow, ConversationState state, Func<ReplyChoice, bool> which)
    {
        var choice = flow.Render(state, ChannelKind.Telegram).Choices.SelectMany(row => row).First(which);
        return Take(flow, state, new TurnInput.Choice(choice.Flow, choice.Question, choice.Value));
    }

    private static ConversationState Take(ReportFlow flow, ConversationState state, TurnInput input) =>
        flow.Take(state, input, new FlowMoment(FlowBench.Start, ChannelKind.Telegram, SignalId.New(TimeProvider.System))).State;
}
