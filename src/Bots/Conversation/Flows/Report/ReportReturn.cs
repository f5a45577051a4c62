using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>
/// A conversation remembers its place for a day. Whoever comes back later to an unfinished report, which silence has sent meanwhile, is
/// greeted and may go on or begin anew; what was said is not shown, since it may be another person who holds the phone.
/// </summary>
internal sealed class ReportReturn(PlaceReader places)
{
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>The state that the turn meets.</summary>
    public ConversationState Of(ConversationState state, TurnInput input, FlowMoment moment)
    {
        var present = ReportRoute.Present(state, moment.Channel);
        if (!IsForgotten(state, present, moment))
            return state;

        // Whether it is safe has to be known of today.
        var draft = state.Draft with { Settled = [.. state.Draft.Settled.Where(question => question != ReportCodes.Safe)] };
        if (state.Signal is null || !draft.Incomplete)
            return state with { Draft = draft };
        if (moment.Channel != ChannelKind.Sms)
            return Shown(state, ReportState.WelcomeBack, places.WithoutOffers(draft) with { Hidden = true });

        // A text has no room for a greeting. A number still answers what was asked; words begin to tell again.
        return input is TurnInput.Text { Value: var text } && SmsNumbers.Read(text) is null && ReportPhrases.Read(text, present) is null
            ? Shown(state, ReportState.AskStory, places.WithoutOffers(draft))
            : state with { Draft = draft };
    }

    private static bool IsForgotten(ConversationState state, ReportState present, FlowMoment moment) =>
        state.Draft.TalkedUtc is { } talked && moment.ReceivedUtc - talked >= Remembered && !state.Draft.IsInDanger()
        && present is not (ReportState.Left or ReportState.Hidden or ReportState.Receipt or ReportState.StartAgain or ReportState.WelcomeBack);

    private static ConversationState Shown(ConversationState state, ReportState present, ReportDraft draft) =>
        state with { State = present.ToString(), Draft = draft, Visited = [], Notices = [], TimesAsked = 1 };
}
