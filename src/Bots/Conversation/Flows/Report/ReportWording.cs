using System.Globalization;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Places;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Wording: from a stored state to what the reporter sees. Nothing here decides anything.</summary>
internal sealed class ReportWording(IPlaceDirectory places)
{
    /// <summary>Telegram Bot API, sendMessage: 1-4096 characters; no channel takes more of them.</summary>
    public const int MostChars = 4096;

    /// <summary>Kazakhstan keeps one time, UTC+5, all year.</summary>
    public static readonly TimeSpan LocalTime = TimeSpan.FromHours(5);

    private readonly ReportChoices _choices = new(places);

    public OutboundReply Render(ConversationState state, ReportState present)
    {
        var language = state.Language ?? state.LanguageGuess ?? Language.Kk;
        var tone = new Tone(language, state.Draft);
        var text = string.Join("\n\n", Parts(state, present, tone).Where(part => part.Length > 0));
        return new OutboundReply
        {
            State = present.ToString(),
            Language = language,
            Text = text.Length > MostChars ? text[..MostChars] : text,
            Choices = _choices.Of(state, present, tone),
            SpeaksAll = state.Language is null && state.LanguageGuess is null,
            IsDangerHelp = present is ReportState.DangerHelp or ReportState.CannotSpeak,
            TidiesChat = present == ReportState.Receipt,
            ClearsChat = present is ReportState.Left or ReportState.Hidden,
            QuotesReporter = present == ReportState.Review,
            TellsOfDeletedContact = state.Notices.Contains("note.forgotten"),
        };
    }

    private IEnumerable<string> Parts(ConversationState state, ReportState present, Tone tone)
    {
        // Someone in danger reads first what to do; thanks and repairs come after it.
        var isHelp = present is ReportState.DangerHelp or ReportState.CannotSpeak;
        var language = tone.Language;
        var notices = state.Notices.Select(notice => ReportTexts.Get(notice == "note.other_language" ? new Tone(state.LanguageGuess ?? language, state.Draft) : tone, notice)).ToList();
        if (!isHelp)
        {
            foreach (var notice in notices)
                yield return notice;
        }

        if (state.Draft is { Danger: { } form } draft && draft.IsInDanger() && !isHelp
            && (ReportCodes.IsAboutPlace(present) || present == ReportState.Receipt))
            yield return ReportTexts.Get(tone, $"numbers_{ReportCodes.Ending(form)}");

        if (isHelp && state.Language is null && state.LanguageGuess is null)
        {
            // Nothing tells which language is understood: help is shown in all of them.
            foreach (var each in Languages.All)
                yield return Help(state.Draft, present, new Tone(each, tone.Who));
        }
        else
        {
            yield return Body(state, present, tone);
        }

        if (isHelp)
        {
            foreach (var notice in notices)
                yield return notice;
        }
    }

    private string Body(ConversationState state, ReportState present, Tone tone) => present switch
    {
        ReportState.AskLanguage => string.Join('\n', Languages.All.Select(each => ReportTexts.Get(each, "ask_language"))),
        ReportState.AskStory when state.Notices.Contains("note.story_kept") => "",
        ReportState.ChooseRegion => ReportTexts.Get(tone, "choose_region"),
        ReportState.ChooseUnit => ReportTexts.Get(tone, "choose_unit", ("place", Describe(state.Draft.PlaceRegion, tone))),
        ReportState.ChoosePlace => ReportTexts.Get(tone, "choose_place"),
        ReportState.ConfirmPlace => ReportTexts.Get(tone, "confirm_place", ("place", places.DescribeOffers(state.Draft, tone.Language).FirstOrDefault().Name ?? "")),
        ReportState.Review => Review(state.Draft, tone, isSent: state.Signal is not null),
        ReportState.ChooseEdit => ReportTexts.Get(tone, "choose_edit"),
        ReportState.Receipt => Receipt(state.Draft, tone),
        ReportState.StartAgain => ReportTexts.Get(tone, "start_again"),
        ReportState.WelcomeBack => ReportTexts.Get(tone, "welcome_back"),
        ReportState.DangerHelp or ReportState.CannotSpeak => Help(state.Draft, present, tone),
        ReportState.Left => ReportTexts.Get(tone, "left"),
        ReportState.Open or ReportState.Hidden => ReportTexts.Get(tone, "hidden"),
        _ => ReportTexts.Get(tone, $"ask_{ReportCodes.Question(present)}"),
    };

    private string Help(ReportDraft draft, ReportState present, Tone tone)
    {
        var form = draft.Danger ?? DangerForm.Attack;
        var place = draft is { PlaceCode: { } code, Hidden: false }
            ? ReportTexts.Get(tone, "help.known_place", ("place", Describe(code, tone)))
            : ReportTexts.Get(tone, form == DangerForm.Self ? "help.place_self" : "help.place");
        string[] lines = present == ReportState.CannotSpeak
            ? [ReportTexts.Get(tone, $"mute_{ReportCodes.Ending(form)}"), "", place]
            : [ReportTexts.Get(tone, $"help_{ReportCodes.Ending(form)}"), "", ReportTexts.Get(tone, form == DangerForm.Self ? "help.sent_self" : "help.sent"), place];
        return string.Join('\n', lines);
    }

    private string Review(ReportDraft draft, Tone tone, bool isSent)
    {
        if (!draft.HasContent)
            return ReportTexts.Get(tone, "review_empty");
        if (draft.Hidden)
            return ReportTexts.Get(tone, "review_hidden");
        return ReportTexts.Get(tone, isSent ? "review_sent" : "review", ("summary", string.Join('\n', Summary(draft, tone))));
    }

    /// <summary>In the order of the questions; media after the story.</summary>
    private IEnumerable<string> Summary(ReportDraft draft, Tone tone)
    {
        foreach (var question in ReportQuestions.All)
        {
            var lines = question.Code switch
            {
                ReportCodes.Story => Told(draft, tone),
                ReportCodes.PlaceQuestion => Where(draft, tone),
                _ => Answered(question, draft, tone),
            };
            foreach (var line in lines)
                yield return line;
        }
    }

    private static IEnumerable<string> Answered(ReportQuestion question, ReportDraft draft, Tone tone)
    {
        var chosen = draft.Chosen(question.Code);
        var known = question.Answers.Where(chosen.Contains).ToList();
        if (known.Count > 0)
            yield return ReportTexts.Get(tone, $"review.{question.Code}", ("answer", string.Join("; ", known.Select(code => ReportTexts.Get(tone, $"{question.Code}.{code}")))));
    }

    private static IEnumerable<string> Told(ReportDraft draft, Tone tone)
    {
        if (Excerpt.Of(draft.Story.Where(IsTold).Select(part => part.Text)) is { Length: > 0 } story)
            yield return ReportTexts.Get(tone, "review.story", ("story", story));
        if (draft.Media > 0)
            yield return ReportTexts.Get(tone, "review.media", ("count", draft.Media.ToString(CultureInfo.InvariantCulture)));
    }

    private IEnumerable<string> Where(ReportDraft draft, Tone tone)
    {
        if (draft.PlaceCode is { } code)
            yield return ReportTexts.Get(tone, "review.place", ("place", draft.DoorName(code) is { } door ? $"{door}, {Describe(code, tone)}" : Describe(code, tone)));
        else if (draft.PlaceText is { } typed)
            yield return ReportTexts.Get(tone, "review.place", ("place", Excerpt.Of([typed])));
    }

    /// <summary>Short words typed where something else was asked than the story are an answer, and stand in its line.</summary>
    private static bool IsTold(StoryPart part) =>
        part.Text.Length > PlaceReader.MostNameChars || part.Question is null or ReportCodes.Story or ReportCodes.What or ReportCodes.Safe
            or ReportCodes.LanguageQuestion or ReportCodes.Danger or ReportCodes.Review or ReportCodes.Welcome or ReportCodes.Change;

    private static string Receipt(ReportDraft draft, Tone tone)
    {
        var key = draft.Danger == DangerForm.Self ? "receipt_self" : "receipt";
        var promise = Promise(draft, tone);
        var text = ReportTexts.Get(tone, key, ("promise", promise));

        // Without a promise its line goes too.
        return promise.Length > 0 ? text : text.Remove(text.IndexOf("\n\n", StringComparison.Ordinal), 1);
    }

    /// <summary>By when a person is due to look at it; nothing once that time has passed.</summary>
    private static string Promise(ReportDraft draft, Tone tone)
    {
        if (draft.Promised is not { } promised || draft.TalkedUtc is not { } talked || promised.FirstLookUtc <= talked)
            return "";
        var due = promised.FirstLookUtc + LocalTime;
        var days = (due.Date - (talked + LocalTime).Date).Days;
        var when = ReportTexts.Get(
            tone,
            days switch { 0 => "receipt.today", 1 => "receipt.tomorrow", _ => "receipt.later" },
            ("day", due.Day.ToString(CultureInfo.InvariantCulture)),
            ("month", ReportTexts.Get(tone, string.Create(CultureInfo.InvariantCulture, $"month.{due.Month}"))),
            ("time", due.ToString("HH:mm", CultureInfo.InvariantCulture)));
        return ReportTexts.Get(tone, "receipt.promise", ("when", when));
    }

    private string Describe(string? code, Tone tone) =>
        code is not null && places.Find(code) is { } place ? places.Describe(place, tone.Language.Code()) : "";
}
