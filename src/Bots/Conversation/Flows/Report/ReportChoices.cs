using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Places;
using Senim.Intake.Triage;
using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>The buttons under each question: its answers first, then the ways out, and danger last, where the thumb finds it.</summary>
internal sealed class ReportChoices(IPlaceDirectory places)
{
    private const string Chosen = "✓ ";

    public IReadOnlyList<IReadOnlyList<ReplyChoice>> Of(ConversationState state, ReportState present, Tone tone)
    {
        var rows = new List<IReadOnlyList<ReplyChoice>>();
        if (present is ReportState.Left or ReportState.Hidden)
            return rows;
        var isHelp = present is ReportState.DangerHelp or ReportState.CannotSpeak;
        var offersLanguages = state.Notices.Any(notice => notice is "note.choose_language" or "note.other_language") || (state.Language is null && isHelp);
        if (present == ReportState.AskLanguage || offersLanguages)
            rows.Add([.. Languages.All.Select(each => new ReplyChoice(Flow, ReportCodes.LanguageQuestion, each.Code(), ReportTexts.Get(each, "language.name")))]);
        if (present == ReportState.AskLanguage)
        {
            rows.Add([new ReplyChoice(Flow, Danger, Danger, string.Join(" · ", Languages.All.Select(each => ReportTexts.Get(each, "button.danger"))), IsDanger: true)]);
            return rows;
        }

        rows.AddRange(Answers(state, present, tone));
        rows.AddRange(WaysOut(state, present, tone, offersLanguages));
        if (!isHelp)
            rows.Add([Button(tone, Danger, Danger, "button.danger") with { IsDanger = true }]);
        return rows;
    }

    private IEnumerable<IReadOnlyList<ReplyChoice>> Answers(ConversationState state, ReportState present, Tone tone)
    {
        var draft = state.Draft;
        return present switch
        {
            ReportState.AskStory => [Row(Button(tone, Story, Done, "button.done"))],
            ReportState.AskPlace => [Row(Button(tone, PlaceQuestion, List, "place.list"))],
            ReportState.ChooseRegion => Pairs(places.Regions, Region, tone),
            ReportState.ChooseUnit =>
            [
                .. draft.PlaceRegion is { } region ? Pairs(places.UnitsOf(region), Unit, tone) : [],
                Row(Button(tone, Unit, Whole, "place.whole")),
            ],
            ReportState.ChoosePlace => [.. Offers(draft, tone), Row(Button(tone, Offer, None, "place.none"))],
            ReportState.ConfirmPlace =>
            [
                Row(Button(tone, Confirm, Yes, "place.yes")),
                .. draft.OffersDoor() ? new[] { Row(Button(tone, Confirm, YesHidden, "place.yes_no_school")) } : [],
                Row(Button(tone, Confirm, No, "place.no")),
            ],
            ReportState.Review => Review(draft, tone, isSent: state.Signal is not null),
            ReportState.Receipt => [Row(Button(tone, ReportCodes.Receipt, PlaceQuestion, "receipt.place")), Row(Button(tone, Go, Forget, "receipt.forget"))],
            ReportState.ChooseEdit => Edits(draft, tone),
            ReportState.WelcomeBack => [Row(Button(tone, Welcome, GoOn, "welcome.go_on")), Row(Button(tone, Again, New, "again.new"))],
            ReportState.StartAgain => [Row(Button(tone, Again, Add, "again.add")), Row(Button(tone, Again, New, "again.new"))],
            ReportState.DangerHelp or ReportState.CannotSpeak => Help(draft, present, tone),
            _ => ReportQuestions.At(present) is { } question ? Answers(question, draft, tone) : [],
        };
    }

    private IEnumerable<IReadOnlyList<ReplyChoice>> Help(ReportDraft draft, ReportState present, Tone tone)
    {
        if (present == ReportState.DangerHelp)
            yield return Row(Button(tone, Danger, Mute, "danger.mute"));
        foreach (var offer in Offers(draft, tone))
            yield return offer;
        yield return Row(Button(tone, PlaceQuestion, List, "place.list"));
        foreach (var form in Enum.GetValues<DangerForm>())
        {
            if (form != (draft.Danger ?? DangerForm.Attack))
                yield return Row(Button(tone, Danger, Code(form), $"danger.{Ending(form)}"));
        }

        yield return Row(Button(tone, Danger, Deny, "danger.deny"));
    }

    private static IEnumerable<IReadOnlyList<ReplyChoice>> Review(ReportDraft draft, Tone tone, bool isSent)
    {
        if (draft.HasContent)
            yield return Row(Button(tone, ReportCodes.Review, Send, isSent && !draft.Hidden ? "review.right" : "review.send"));
        yield return Row(Button(tone, ReportCodes.Review, Story, "review.edit_story"));
        yield return Row(Button(tone, ReportCodes.Review, Change, "review.change"));
    }

    private static IEnumerable<IReadOnlyList<ReplyChoice>> Edits(ReportDraft draft, Tone tone) => ReportQuestions.All
        .Where(question => question.Code != Story && draft.Concerns(question.Code))
        .Select(question => Button(tone, ReportCodes.Review, question.Code, $"edit.{question.Code}"))
        .Chunk(2);

    private static IEnumerable<IReadOnlyList<ReplyChoice>> Answers(ReportQuestion question, ReportDraft draft, Tone tone)
    {
        var chosen = question.TakesSeveral ? draft.Chosen(question.Code) : [];
        var buttons = question.Answers.Select(code => Answer(tone, question.Code, code, chosen.Contains(code)));
        foreach (var row in buttons.Chunk(question.Code == Age ? 2 : 1))
            yield return row;
        if (question.TakesSeveral)
            yield return Row(Button(tone, question.Code, Done, "button.done"));
    }

    private static IEnumerable<IReadOnlyList<ReplyChoice>> WaysOut(ConversationState state, ReportState present, Tone tone, bool offersLanguages)
    {
        var question = Question(present);
        var steps = new List<ReplyChoice>(2);
        if (state.Visited.Count > 0)
            steps.Add(Button(tone, question, Back, "button.back"));
        if (Settles(present) is not null)
            steps.Add(Button(tone, question, Skip, "button.skip"));
        if (steps.Count > 0)
            yield return steps;
        var leave = Button(tone, Go, Leave, "button.leave");
        yield return offersLanguages ? [leave] : [Button(tone, Go, ReportCodes.LanguageQuestion, "button.language"), leave];
    }

    private IEnumerable<IReadOnlyList<ReplyChoice>> Offers(ReportDraft draft, Tone tone)
    {
        if (draft.Hidden)
            yield break;
        foreach (var (code, name) in places.DescribeOffers(draft, tone.Language))
            yield return Row(new ReplyChoice(Flow, Offer, code, name));
    }

    private static IEnumerable<IReadOnlyList<ReplyChoice>> Pairs(IReadOnlyList<Place> units, string question, Tone tone) =>
        units.Select(unit => new ReplyChoice(Flow, question, unit.Code, unit.Name(tone.Language.Code()))).Chunk(2);

    private static ReplyChoice Answer(Tone tone, string question, string code, bool isChosen)
    {
        var button = Button(tone, question, code, $"{question}.{code}");
        return isChosen ? button with { Label = Chosen + button.Label } : button;
    }

    private static IReadOnlyList<ReplyChoice> Row(ReplyChoice choice) => [choice];

    private static ReplyChoice Button(Tone tone, string question, string value, string key) =>
        new(Flow, question, value, ReportTexts.Get(tone, key));
}
