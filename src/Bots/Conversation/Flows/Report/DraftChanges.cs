using Senim.Bots.Conversation.Turns;
using Senim.Intake.Signals;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>The small steps by which a draft grows. Words are only ever added, but for the last ones beyond all room.</summary>
internal static class DraftChanges
{
    public static ReportDraft WithWords(this ReportDraft draft, string text, DateTime receivedUtc, string? question) =>
        draft with { Story = [.. draft.Story, new StoryPart(text, receivedUtc, question)] };

    /// <summary>Words beyond the room; of those only the newest are kept.</summary>
    public static ReportDraft WithLast(this ReportDraft draft, IReadOnlyList<StoryPart> parts)
    {
        var (kept, dropped) = Crowd.Newest([.. draft.Last, .. parts], Crowd.MostGrave);
        return draft with { Last = kept, NotKept = draft.NotKept + dropped };
    }

    /// <summary>All words that are kept.</summary>
    public static IReadOnlyList<StoryPart> Words(this ReportDraft draft) => draft.Last.Count == 0 ? draft.Story : [.. draft.Story, .. draft.Last];

    /// <summary>The answer to a question, instead of the one given before.</summary>
    public static ReportDraft WithAnswer(this ReportDraft draft, string question, params IReadOnlyList<string> choices) =>
        draft.Chosen(question).SequenceEqual(choices)
            ? draft
            : draft with { Answers = [.. draft.Answers.Where(answer => answer.Question != question), new SignalAnswer(question, choices)] };

    public static IReadOnlyList<string> Chosen(this ReportDraft draft, string question) =>
        draft.Answers.FirstOrDefault(answer => answer.Question == question)?.Choices ?? [];

    public static ReportDraft Settle(this ReportDraft draft, string? question) =>
        question is null || draft.Settled.Contains(question) ? draft : draft with { Settled = [.. draft.Settled, question] };

    public static bool IsSettled(this ReportDraft draft, string question) => draft.Settled.Contains(question);

    /// <summary>Danger was said or found and not taken back: the place is all that is asked.</summary>
    public static bool IsInDanger(this ReportDraft draft) => draft.Danger is not null && !draft.DangerDenied;

    /// <summary>It is not like that: what danger left unasked is asked now, so that the report has not come to its end.</summary>
    public static ReportDraft DenyDanger(this ReportDraft draft) =>
        draft with { DangerDenied = true, Finished = draft.Finished && draft.FirstOpen(ReportQuestions.All) is null };

    public static ReportDraft WithPlace(this ReportDraft draft, string code) =>
        (draft with { PlaceCode = code, PlaceOffers = [], Door = draft.DoorAt(code) }).Settle(ReportCodes.PlaceQuestion);
}
