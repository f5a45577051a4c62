using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Where a report goes on, and where it came from.</summary>
internal static class ReportRoute
{
    /// <summary>The first question that is not settled; the review or the receipt when all are.</summary>
    public static ReportState Onward(ReportTurn turn)
    {
        var draft = turn.Draft;
        if (draft.IsInDanger())
            return ReportState.Receipt;
        if (turn.HasSignal && turn.Present is ReportState.Left or ReportState.Hidden && !draft.Incomplete)
            return ReportState.Receipt;
        if (turn.Moment.Channel == ChannelKind.Sms)
            return OnwardBySms(turn);
        if (turn.Language is null)
            return ReportState.AskLanguage;
        return FirstOpen(draft) ?? End(draft, turn.HasSignal);
    }

    /// <summary>The state a stored conversation stands in; where this machine has no such state, the first question not yet settled.</summary>
    public static ReportState Present(ConversationState state, ChannelKind channel)
    {
        if (Enum.TryParse<ReportState>(state.State, out var known) && known != ReportState.Open && known.ToString() == state.State)
            return known;
        if (state.Language is null && (channel != ChannelKind.Sms || state.LanguageGuess is null))
            return ReportState.AskLanguage;
        if (channel == ChannelKind.Sms)
            return FirstOpenBySms(state.Draft) ?? (state.Signal is null ? ReportState.AskStory : ReportState.Receipt);
        return FirstOpen(state.Draft) ?? End(state.Draft, state.Signal is not null);
    }

    /// <summary>The question before the present one; offers that were declined since are not gone back to.</summary>
    public static ReportState Earlier(ConversationState state, ReportState present, ReportDraft draft)
    {
        for (var i = state.Visited.Count - 1; i >= 0; i--)
        {
            if (Enum.TryParse<ReportState>(state.Visited[i], out var visited) && visited != present && CanBeShown(visited, draft))
                return visited;
        }

        return present;
    }

    /// <summary>
    /// The shorter path: what happened, where, is it safe, may we write. The words say what it is about, and what was answered last is sent without being
    /// shown again.
    /// </summary>
    private static ReportState OnwardBySms(ReportTurn turn)
    {
        if (turn.Language is null && turn.LanguageGuess is null)
            return ReportState.AskLanguage;
        return FirstOpenBySms(turn.Draft) ?? (turn.Draft.HasContent ? ReportState.Receipt : ReportState.AskStory);
    }

    /// <summary>What was sent in silence, or for a danger that was none, has not been looked over yet.</summary>
    private static ReportState End(ReportDraft draft, bool isSent) =>
        isSent && !draft.Incomplete && (draft.Finished || !draft.DangerDenied) ? ReportState.Receipt : ReportState.Review;

    private static bool CanBeShown(ReportState state, ReportDraft draft) => state switch
    {
        ReportState.ChoosePlace or ReportState.ConfirmPlace => draft.PlaceOffers.Count > 0,
        ReportState.ChooseUnit => draft.PlaceRegion is not null,
        _ => true,
    };

    private static ReportState? FirstOpenBySms(ReportDraft draft) => State(draft, ReportQuestions.OfSms);

    private static ReportState? FirstOpen(ReportDraft draft) => State(draft, ReportQuestions.All);

    private static ReportState? State(ReportDraft draft, IReadOnlyList<ReportQuestion> questions) => draft.FirstOpen(questions) switch
    {
        null => null,
        { Code: ReportCodes.PlaceQuestion } => Place(draft),
        { State: var state } => state,
    };

    private static ReportState Place(ReportDraft draft) => draft switch
    {
        { PlaceCode: null, PlaceOffers.Count: 1 } => ReportState.ConfirmPlace,
        { PlaceCode: null, PlaceOffers.Count: > 1 } => ReportState.ChoosePlace,
        _ => ReportState.AskPlace,
    };
}
