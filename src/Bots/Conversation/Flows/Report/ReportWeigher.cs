using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>What one input says by itself: whether it is words or stands for a button, and how grave it is.</summary>
internal sealed class ReportWeigher(ITriage triage)
{
    public InputWeight Weigh(ConversationState state, TurnInput input, ChannelKind channel)
    {
        var present = ReportRoute.Present(state, channel);
        return input switch
        {
            TurnInput.Text text => WeighText(state, present, text.Value, channel),
            TurnInput.Attachment { Caption: { Length: > 0 } caption } => WeighWords(present, caption),
            TurnInput.Attachment => new InputWeight(InputKind.Words),
            TurnInput.Choice choice => Weigh(choice),
            TurnInput.Command { Name: "cancel" or "hide" or "stop" or "unstop" } => new InputWeight(InputKind.WayOut),
            TurnInput.Command { Argument: { Length: > 0 } argument } command =>
                WeighText(state, present, $"{command.Name} {argument}", channel) with { Kind = InputKind.Act },
            _ => new InputWeight(InputKind.Act),
        };
    }

    private InputWeight WeighText(ConversationState state, ReportState present, string text, ChannelKind channel)
    {
        if (channel == ChannelKind.Sms && SmsNumbers.Read(text) is { } number)
        {
            var answers = SmsNumbers.Of(state, present);
            return number >= 1 && number <= answers.Count ? Weigh(answers[number - 1]) : WeighWords(present, text);
        }

        if (ReportPhrases.Read(text, present) is { } phrase)
            return Weigh(new TurnInput.Choice(ReportCodes.Flow, phrase.Question, phrase.Value));
        var words = WeighWords(present, text);
        return channel == ChannelKind.Sms && SmsWords.AsksForHelp(text) ? words with { Kind = InputKind.Act } : words;
    }

    private InputWeight WeighWords(ReportState present, string text) => new(
        InputKind.Words,
        triage.Assess(new TriageInput { Texts = [text] }).Urgency,
        present is ReportState.Receipt or ReportState.Left or ReportState.Hidden ? null : Question(present));

    private static InputWeight Weigh(TurnInput.Choice choice) => (choice.Question, choice.Value) switch
    {
        (ReportCodes.Danger, not (Mute or Deny or ReportCodes.Back or ReportCodes.Skip)) => new InputWeight(InputKind.Act, Urgency.Emergency),
        (Safe, NotSafe) => new InputWeight(InputKind.Act, Urgency.Emergency),
        (What, var what) when what == CategoryCodes.Code(Category.SelfHarm) => new InputWeight(InputKind.Act, Urgency.Emergency),
        (Go, Leave or Hide or Forget) => new InputWeight(InputKind.WayOut),
        _ => new InputWeight(InputKind.Act),
    };
}
