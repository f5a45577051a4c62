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
        var text = string.Join("\n\n", Parts(state, present, language).Where(part => part.Length > 0));
        return new OutboundReply
        {
            State = present.ToString(),
            Language = language,
            Text = text.Length > MostChars ? text[..MostChars] : text,
            Choices = _choices.Of(state, present, language),
            SpeaksAll = state.Language is null && state.LanguageGuess is null,
            IsDangerHelp = present is ReportState.DangerHelp or ReportState.CannotSpeak,
            TidiesChat = present == ReportState.Receipt,
            ClearsChat = present is ReportState.Left or ReportState.Hidden,
            QuotesReporter = present == ReportState.Review,
        };
    }

    private IEnumerable<string> Parts(ConversationState state, ReportState present, Language language)
    {
        // Someone in danger reads first what to do; thanks and repairs come after it.
        var isHelp = present is ReportState.DangerHelp or ReportState.CannotSpeak;
        var notices = state.Notices.Select(notice => ReportTexts.Get(language, notice)).ToList();
        if (!isHelp)
        {
            foreach (var notice in notices)
                yield return notice;
        }

        if (state.Draft is { Danger: { } form } draft && draft.IsInDanger() && !isHelp
            && (ReportCodes.IsAboutPlace(present) || present == ReportState.Receipt))
            yield return ReportTexts.Get(language, $"numbers_{ReportCodes.Ending(form)}");

        if (isHelp && state.Language is null && state.LanguageGuess is null)
        {
            // Nothing tells which language is understood: help is shown in all of them.
            foreach (var each in Languages.All)
                yield return Help(state.Draft, present, each);
        }
        else
        {
            yield return Body(state, present, language);
        }

        if (isHelp)
        {
            foreach (var notice in notices)
                yield return notice;
        }
    }

    private string Body(ConversationState state, ReportState present, Language language) => present switch
    {
        ReportState.AskLanguage => string.Join('\n', Languages.All.Select(each => ReportTexts.Get(each, "ask_language"))),
        ReportState.AskSafe => ReportTexts.Get(language, "ask_safe"),
        ReportState.AskWhat => ReportTexts.Get(language, "ask_what"),
        ReportState.AskStory when state.Notices.Contains("note.story_kept") => "",
        ReportState.AskStory => ReportTexts.Get(language, "ask_story"),
        ReportState.AskPlace => ReportTexts.Get(language, "ask_place"),
        ReportState.ChooseRegion => ReportTexts.Get(language, "choose_region"),
        ReportState.ChooseUnit => ReportTexts.Get(language, "choose_unit", ("place", Describe(state.Draft.PlaceRegion, language))),
        ReportState.ChoosePlace => ReportTexts.Get(language, "choose_place"),
        ReportState.ConfirmPlace => ReportTexts.Get(language, "confirm_place", ("place", places.DescribeOffers(state.Draft, language).FirstOrDefault().Name ?? "")),
        ReportState.Review => Review(state.Draft, language),
        ReportState.Receipt => Receipt(state.Draft, language),
        ReportState.StartAgain => ReportTexts.Get(language, "start_again"),
        ReportState.DangerHelp or ReportState.CannotSpeak => Help(state.Draft, present, language),
        ReportState.Left => ReportTexts.Get(language, "left"),
        ReportState.Open or ReportState.Hidden => ReportTexts.Get(language, "hidden"),
    };

    private string Help(ReportDraft draft, ReportState present, Language language)
    {
        var form = draft.Danger ?? DangerForm.Attack;
        var place = draft is { PlaceCode: { } code, Hidden: false }
            ? ReportTexts.Get(language, "help.known_place", ("place", Describe(code, language)))
            : ReportTexts.Get(language, form == DangerForm.Self ? "help.place_self" : "help.place");
        string[] lines = present == ReportState.CannotSpeak
            ? [ReportTexts.Get(language, $"mute_{ReportCodes.Ending(form)}"), "", place]
            : [ReportTexts.Get(language, $"help_{ReportCodes.Ending(form)}"), "", ReportTexts.Get(language, form == DangerForm.Self ? "help.sent_self" : "help.sent"), place];
        return string.Join('\n', lines);
    }

    private string Review(ReportDraft draft, Language language)
    {
        if (!draft.HasContent)
            return ReportTexts.Get(language, "review_empty");
        if (draft.Hidden)
            return ReportTexts.Get(language, "review_hidden");
        return ReportTexts.Get(language, "review", ("summary", string.Join('\n', Summary(draft, language))));
    }

    private IEnumerable<string> Summary(ReportDraft draft, Language language)
    {
        if (draft.Chosen(ReportCodes.Safe) is [var safe, ..])
            yield return ReportTexts.Get(language, "review.safe", ("safe", ReportTexts.Get(language, $"safe.{safe}")));
        if (draft.Chosen(ReportCodes.What) is { Count: > 0 } what)
            yield return ReportTexts.Get(language, "review.what", ("what", string.Join("; ", what.Select(code => ReportTexts.Get(language, $"what.{code}")))));
        if (Excerpt.Of(draft.Story.Where(IsTold).Select(part => part.Text)) is { Length: > 0 } story)
            yield return ReportTexts.Get(language, "review.story", ("story", story));
        if (draft.Media > 0)
            yield return ReportTexts.Get(language, "review.media", ("count", draft.Media.ToString(CultureInfo.InvariantCulture)));
        if (draft.PlaceCode is { } code)
            yield return ReportTexts.Get(language, "review.place", ("place", Describe(code, language)));
        else if (draft.PlaceText is { } typed)
            yield return ReportTexts.Get(language, "review.place", ("place", Excerpt.Of([typed])));
    }

    /// <summary>Short words typed where the place was asked are the place, and stand in its line.</summary>
    private static bool IsTold(StoryPart part) =>
        part.Text.Length > PlaceReader.MostNameChars
        || part.Question is not (ReportCodes.PlaceQuestion or ReportCodes.Region or ReportCodes.Unit or ReportCodes.Offer or ReportCodes.Confirm);

    private static string Receipt(ReportDraft draft, Language language)
    {
        var key = draft.Danger == DangerForm.Self ? "receipt_self" : "receipt";
        var promise = Promise(draft, language);
        var text = ReportTexts.Get(language, key, ("promise", promise));

        // Without a promise its line goes too.
        return promise.Length > 0 ? text : text.Remove(text.IndexOf("\n\n", StringComparison.Ordinal), 1);
    }

    /// <summary>By when a person is due to look at it; nothing once that time has passed.</summary>
    private static string Promise(ReportDraft draft, Language language)
    {
        if (draft.Promised is not { } promised || draft.TalkedUtc is not { } talked || promised.FirstLookUtc <= talked)
            return "";
        var due = promised.FirstLookUtc + LocalTime;
        var days = (due.Date - (talked + LocalTime).Date).Days;
        var when = ReportTexts.Get(
            language,
            days switch { 0 => "receipt.today", 1 => "receipt.tomorrow", _ => "receipt.later" },
            ("day", due.Day.ToString(CultureInfo.InvariantCulture)),
            ("month", ReportTexts.Get(language, string.Create(CultureInfo.InvariantCulture, $"month.{due.Month}"))),
            ("time", due.ToString("HH:mm", CultureInfo.InvariantCulture)));
        return ReportTexts.Get(language, "receipt.promise", ("when", when));
    }

    private string Describe(string? code, Language language) =>
        code is not null && places.Find(code) is { } place ? places.Describe(place, language.Code()) : "";
}
