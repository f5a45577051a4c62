using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Promises;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Makes the signal as it stands out of the draft, with what is promised about it.</summary>
internal sealed class ReportSending(IPromises promises, PlaceReader places)
{
    /// <summary>The state and the signal after a turn that sends for the first time.</summary>
    public (ConversationState State, SignalSubmission Submission) Send(ConversationState state, TriageResult triage, FlowMoment moment, bool isIncomplete) =>
        Submit(state with { Signal = moment.NewSignal, Draft = state.Draft with { Incomplete = isIncomplete } }, triage, moment, isNew: true, hasNewWords: false);

    /// <summary>The same after a turn that changes what was sent.</summary>
    public (ConversationState State, SignalSubmission Submission) Change(ConversationState state, TriageResult triage, FlowMoment moment, bool hasNewWords) =>
        Submit(state, triage, moment, isNew: false, hasNewWords);

    /// <summary>Whether anything that staff are to know differs.</summary>
    public bool Differs(ReportDraft before, ReportDraft after) =>
        HasNewWords(before, after)
        || before.Incomplete != after.Incomplete
        || (after.Media > 0 && before.Finished != after.Finished)
        || before.PlaceText != after.PlaceText
        || !ReferenceEquals(before.Answers, after.Answers)
        || before.Danger != after.Danger
        || before.Door != after.Door
        || places.BestKnown(before) != places.BestKnown(after);

    public static bool HasNewWords(ReportDraft before, ReportDraft after) =>
        after.Story.Count > before.Story.Count || after.Media > before.Media || after.NotKept > before.NotKept || !ReferenceEquals(after.Last, before.Last);

    private (ConversationState State, SignalSubmission Submission) Submit(
        ConversationState state, TriageResult triage, FlowMoment moment, bool isNew, bool hasNewWords)
    {
        var draft = state.Draft;
        var isRaised = draft.SentUrgency is not { } sent || triage.Urgency > sent;
        var urgency = isRaised ? triage.Urgency : draft.SentUrgency!.Value;
        var from = isRaised || draft.PromisedFromUtc is null ? moment.ReceivedUtc : draft.PromisedFromUtc.Value;
        var place = places.BestKnown(draft);
        var due = promises.For(urgency, from, place);

        // What was promised and may still be kept is never put off.
        if (draft.Promised is { } promised && promised.FirstLookUtc > moment.ReceivedUtc)
            due = due.EarlierOf(promised);
        var submission = new SignalSubmission
        {
            Id = state.Signal!.Value,
            IsNew = isNew,
            Source = SignalSource.Unknown,
            Language = state.Language ?? state.LanguageGuess ?? Language.Kk,
            Triage = triage with { Urgency = urgency },
            Content = new SignalContent
            {
                Story = draft.Words(),
                Answers = [.. draft.Answers.Where(answer => answer.Choices.Count > 0)],
                Reasons = triage.Reasons,
                PlaceText = draft.PlaceText,
                Door = draft.Door is { } door && (door.IsConfirmed ? door.UnitCode == place : draft.PlaceCode is null) ? door : null,
                UnheardMedia = draft.Media,
                NotKept = draft.NotKept,
                IsFinished = draft.Finished,
            },
            PlaceCode = place,
            Incomplete = draft.Incomplete,
            HasNewWords = hasNewWords,
            Due = due,
        };
        return (state with { Draft = draft with { SentUrgency = urgency, PromisedFromUtc = from, Promised = due } }, submission);
    }
}
