using Senim.Bots.Conversation.Flows.FollowUp;
using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Outbox;
using Senim.Intake.Privacy;
using Senim.Intake.Questions;
using Senim.Intake.Storage;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Turns;

/// <summary>Adds to a turn's rows what it does to staff's questions and to codes, and what follows later from that.</summary>
internal sealed class QuestionWriter(BlindIndex blind)
{
    /// <param name="signal">The conversation's signal before and after this turn, its content left out; null when there is none.</param>
    public TurnDraft Add(TurnDraft draft, LiveConversation before, InboundTurn turn, FlowStep step, SignalRow? signal)
    {
        var dropsCodes = before.Signal is not null && step.State.Signal is null;
        if (step is { Questions.Count: 0, NewCode: null, Relay: null } && !dropsCodes)
            return draft;
        var outbox = new List<OutboxRow>(draft.Write.Outbox);
        var urgency = signal?.Urgency ?? Urgency.Standard;
        foreach (var change in step.Questions)
            outbox.AddRange(Owed(change, draft.After.Version, Unread(step.State, change.Question.Signal), urgency, turn.ReceivedUtc));
        if (step.Relay is { } relay)
            outbox.Add(RelayRows.Write(relay, turn));
        return draft with
        {
            NotesEvent = draft.NotesEvent || step.Questions.Count > 0,
            Write = draft.Write with
            {
                Outbox = outbox,
                Questions = [.. step.Questions.Select(change => Write(before.DataKey, change))],
                NewCode = step.NewCode is { } digits && signal is not null
                    ? new AccessCodeRow { Hash = blind.AccessCode(digits), SignalId = signal.Id, CreatedUtc = turn.ReceivedUtc }
                    : null,
                DropsCodesOf = dropsCodes ? before.Signal!.Id : null,
            },
        };
    }

    /// <summary>Questions about one signal that came back to the officer and have not been read since.</summary>
    private static int Unread(ConversationState state, Guid signal) =>
        state.Follow?.Questions.Count(question => question is { ReturnedUtc: not null, State: < QuestionState.Read } && question.Signal == signal) ?? 0;

    private static QuestionWrite Write(DataKey key, QuestionChange change) => new(
        change.Question.Id,
        change.Question.State,
        change.Question.PushedUtc,
        change.Question.ReadUtc,
        change.Question.AnsweredUtc,
        change.Question.ReturnedUtc,
        change.Question.Bar,
        change.Answer is null ? null : QuestionRows.SealAnswer(key, change.Question.Id, change.Answer));

    private static IEnumerable<OutboxRow> Owed(QuestionChange change, int version, int unread, Urgency urgency, DateTime nowUtc)
    {
        var question = change.Question;
        if (change.Step is { } step)
        {
            yield return QuestionRows.Event(
                new QuestionEvent
                {
                    QuestionId = question.Id,
                    SignalId = question.Signal,
                    Version = version,
                    Code = question.Code,
                    Step = step,
                    AtUtc = nowUtc,
                    Unread = unread,
                },
                urgency);
        }

        if (change.PushDueUtc is { } push)
            yield return QuestionMoments.Row(question.Id, QuestionMoment.Push, push, nowUtc);
        if (change.ReturnDueUtc is { } due)
            yield return QuestionMoments.Row(question.Id, QuestionMoment.Return, due, nowUtc);
    }
}
