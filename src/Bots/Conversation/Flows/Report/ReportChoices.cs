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

    public IReadOnlyList<IReadOnlyList<ReplyChoice>> Of(ConversationState state, ReportState present, Language language)
    {
        var rows = new List<IReadOnlyList<ReplyChoice>>();
        if (present is ReportState.Left or ReportState.Hidden)
            return rows;
        var isHelp = present is ReportState.DangerHelp or ReportState.CannotSpeak;
        var offersLanguages = state.Notices.Contains("note.choose_language") || (state.Language is null && isHelp);
        if (present == ReportState.AskLanguage || offersLanguages)
            rows.Add([.. Languages.All.Select(each => new ReplyChoice(Flow, ReportCodes.LanguageQuestion, each.Code(), ReportTexts.Get(each, "language.name")))]);
        if (present == ReportState.AskLanguage)
        {
            rows.Add([new ReplyChoice(Flow, Danger, Danger, string.Join(" · ", Languages.All.Select(each => ReportTexts.Get(each, "button.danger"))), IsDanger: true)]);
            return rows;
        }

        rows.AddRange(Answers(state, present, language));
        rows.AddRange(WaysOut(state, present, language, offersLanguages));
        if (!isHelp)
            rows.Add([Button(language, Danger, Danger, "button.danger") with { IsDanger = true }]);
        return rows;
    }

    private IEnumerable<IReadOnlyList<ReplyChoice>> Answers(ConversationState state, ReportState present, Language language)
    {
        var draft = state.Draft;
        return present switch
        {
            ReportState.AskSafe => SafeAnswers.Select(code => Row(Button(language, Safe, code, $"safe.{code}"))),
            ReportState.AskWhat =>
            [
                .. WhatAnswers.Select(code => Row(What(language, code, draft.Chosen(ReportCodes.What).Contains(code)))),
                Row(Button(language, ReportCodes.What, Done, "button.done")),
            ],
            ReportState.AskStory => [Row(Button(language, Story, Done, "button.done"))],
            ReportState.AskPlace => [Row(Button(language, PlaceQuestion, List, "place.list"))],
            ReportState.ChooseRegion => Pairs(places.Regions, Region, language),
            ReportState.ChooseUnit =>
            [
                .. draft.PlaceRegion is { } region ? Pairs(places.UnitsOf(region), Unit, language) : [],
                Row(Button(language, Unit, Whole, "place.whole")),
            ],
            ReportState.ChoosePlace => [.. Offers(draft, language), Row(Button(language, Offer, None, "place.none"))],
            ReportState.ConfirmPlace => [Row(Button(language, Confirm, Yes, "place.yes")), Row(Button(language, Confirm, No, "place.no"))],
            ReportState.Review => Review(draft, language),
            ReportState.Receipt => [Row(Button(language, ReportCodes.Receipt, PlaceQuestion, "receipt.place")), Row(Button(language, Go, Forget, "receipt.forget"))],
            ReportState.StartAgain => [Row(Button(language, Again, Add, "again.add")), Row(Button(language, Again, New, "again.new"))],
            ReportState.DangerHelp or ReportState.CannotSpeak => Help(draft, present, language),
            ReportState.Open or ReportState.AskLanguage or ReportState.Left or ReportState.Hidden => [],
        };
    }

    private IEnumerable<IReadOnlyList<ReplyChoice>> Help(ReportDraft draft, ReportState present, Language language)
    {
        if (present == ReportState.DangerHelp)
            yield return Row(Button(language, Danger, Mute, "danger.mute"));
        foreach (var offer in Offers(draft, language))
            yield return offer;
        yield return Row(Button(language, PlaceQuestion, List, "place.list"));
        foreach (var form in Enum.GetValues<DangerForm>())
        {
            if (form != (draft.Danger ?? DangerForm.Attack))
                yield return Row(Button(language, Danger, Code(form), $"danger.{Ending(form)}"));
        }

        yield return Row(Button(language, Danger, Deny, "danger.deny"));
    }

    private static IEnumerable<IReadOnlyList<ReplyChoice>> Review(ReportDraft draft, Language language)
    {
        if (draft.HasContent)
            yield return Row(Button(language, ReportCodes.Review, Send, "review.send"));
        yield return Row(Button(language, ReportCodes.Review, Story, "review.edit_story"));
        yield return Row(Button(language, ReportCodes.Review, ReportCodes.What, "review.edit_what"));
        yield return Row(Button(language, ReportCodes.Review, PlaceQuestion, "review.edit_place"));
        yield return Row(Button(language, ReportCodes.Review, Safe, "review.edit_safe"));
    }

    private static IEnumerable<IReadOnlyList<ReplyChoice>> WaysOut(ConversationState state, ReportState present, Language language, bool offersLanguages)
    {
        var question = Question(present);
        var steps = new List<ReplyChoice>(2);
        if (state.Visited.Count > 0)
            steps.Add(Button(language, question, Back, "button.back"));
        if (Settles(present) is not null)
            steps.Add(Button(language, question, Skip, "button.skip"));
        if (steps.Count > 0)
            yield return steps;
        var leave = Button(language, Go, Leave, "button.leave");
        yield return offersLanguages ? [leave] : [Button(language, Go, ReportCodes.LanguageQuestion, "button.language"), leave];
    }

    private IEnumerable<IReadOnlyList<ReplyChoice>> Offers(ReportDraft draft, Language language)
    {
        if (draft.Hidden)
            yield break;
        foreach (var (code, name) in places.DescribeOffers(draft, language))
            yield return Row(new ReplyChoice(Flow, Offer, code, name));
    }

    private static IEnumerable<IReadOnlyList<ReplyChoice>> Pairs(IReadOnlyList<Place> units, string question, Language language) =>
        units.Select(unit => new ReplyChoice(Flow, question, unit.Code, unit.Name(language.Code()))).Chunk(2);

    private static ReplyChoice What(Language language, string code, bool isChosen)
    {
        var button = Button(language, ReportCodes.What, code, $"what.{code}");
        return isChosen ? button with { Label = Chosen + button.Label } : button;
    }

    private static IReadOnlyList<ReplyChoice> Row(ReplyChoice choice) => [choice];

    private static ReplyChoice Button(Language language, string question, string value, string key) =>
        new(Flow, question, value, ReportTexts.Get(language, key));
}
