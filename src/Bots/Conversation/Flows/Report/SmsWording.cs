using System.Globalization;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Places;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>Wording for SMS: from a stored state to one whole text, its choices numbered in it. Nothing here decides anything.</summary>
internal sealed class SmsWording(IPlaceDirectory places)
{
    /// <summary>
    /// Two parts of a joined message, in UTF-16 units: 3GPP TS 23.040 leaves 134 of 140 bytes a part to the text, 67 units of UCS-2.
    /// </summary>
    public const int MostUnits = 134;

    /// <summary>A name of a place cut shorter than this is not recognised.</summary>
    private const int FewestNameUnits = 35;

    /// <summary>Such a notice says all there is to say.</summary>
    private static readonly string[] WholeNotices = ["note.help", "note.explain", "note.left_nothing", "note.left_erased", "note.left_sent", "note.left_urgent"];

    /// <summary>The same in a text after the receipt, where nothing is asked any more.</summary>
    private static readonly string[] LastNotices = ["note.added", "note.forgotten", "note.media", "note.media_large"];

    /// <summary>The one thing that is said in place of help for someone in danger, with its numbers.</summary>
    private static readonly string[] HelpNotices = ["note.forgotten"];

    public OutboundReply Render(ConversationState state, ReportState present)
    {
        var language = state.Language ?? state.LanguageGuess;
        return new OutboundReply
        {
            State = present.ToString(),
            Language = language ?? Language.Kk,
            Text = Text(state, present, language),
            SpeaksAll = language is null,
            IsDangerHelp = present is ReportState.DangerHelp or ReportState.CannotSpeak,
            TidiesChat = present == ReportState.Receipt,
            ClearsChat = present is ReportState.Left or ReportState.Hidden,
        };
    }

    private string Text(ConversationState state, ReportState present, Language? known)
    {
        var isHelp = present is ReportState.DangerHelp or ReportState.CannotSpeak;
        if (SmsNumbers.AsksLanguage(state, present))
            return $"{string.Join('\n', Languages.All.Select(each => Get(each, "sms.ask_language")))}\nSOS: 112";
        if (known is not { } language)
            return CallInAll(state.Draft);
        var tone = new Tone(language, state.Draft);
        var whole = isHelp ? HelpNotices : present == ReportState.Receipt ? [.. WholeNotices, .. LastNotices] : WholeNotices;
        if (whole.FirstOrDefault(state.Notices.Contains) is { } said)
            return Get(tone, $"sms.{said}", ("numbers", Numbers(state.Draft, tone)));
        if (isHelp)
            return Help(state, present, tone);

        var body = Body(state, present, tone);
        return Notices(state, present, tone, MostUnits - body.Length - 1) is { Length: > 0 } notices ? $"{notices}\n{body}" : body;
    }

    /// <summary>
    /// As many of the notices as there is room for, the newest first. Someone in danger who is asked for the place has the numbers
    /// before the eyes.
    /// </summary>
    private static string Notices(ConversationState state, ReportState present, Tone tone, int room)
    {
        var shown = state.Draft.IsInDanger() && ReportCodes.IsAboutPlace(present) ? Numbers(state.Draft, tone) : "";
        if (shown.Length > room)
            shown = "";
        foreach (var notice in state.Notices.Reverse())
        {
            if (ReportTexts.Find(tone, $"sms.{notice}") is not { } text || text.Contains('{', StringComparison.Ordinal))
                continue;
            var longer = shown.Length == 0 ? text : $"{shown} {text}";
            if (longer.Length <= room)
                shown = longer;
        }

        return shown;
    }

    private string Body(ConversationState state, ReportState present, Tone tone)
    {
        var isRepeated = state.TimesAsked > 1 || state.Notices.Count > 0;
        return present switch
        {
            ReportState.AskLanguage or ReportState.AskStory => Get(tone, isRepeated ? "sms.ask_story_again" : "sms.ask_story"),
            ReportState.AskPlace or ReportState.ChooseRegion =>
                Get(tone, isRepeated || state.Visited.Any(IsPlaceChoice) ? "sms.ask_place_again" : "sms.ask_place"),
            ReportState.ChooseUnit => Get(tone, "sms.choose_unit", ("place", places.Find(state.Draft.PlaceRegion ?? "")?.Name(tone.Language.Code()) ?? "")),
            ReportState.ChoosePlace => Offers(state, tone),
            ReportState.ConfirmPlace => Confirm(state, tone),
            ReportState.AskSafe => Get(tone, "sms.ask_safe"),
            ReportState.AskContact => Get(tone, isRepeated ? "sms.ask_contact_again" : "sms.ask_contact"),
            ReportState.Receipt => Receipt(state.Draft, tone),
            ReportState.Left => Get(tone, "sms.left"),
            ReportState.Open or ReportState.Hidden => Get(tone, "sms.hidden"),
            ReportState.DangerHelp or ReportState.CannotSpeak => Help(state, present, tone),

            // What a text never asks.
            _ => Get(tone, "sms.ask_story_again"),
        };
    }

    private static bool IsPlaceChoice(string state) => state is nameof(ReportState.ChoosePlace) or nameof(ReportState.ConfirmPlace);

    private static string Help(ConversationState state, ReportState present, Tone tone)
    {
        var draft = state.Draft;
        var form = draft.Danger ?? DangerForm.Attack;
        var what = state.TimesAsked > 1 ? Get(tone, "sms.note.added", ("numbers", Numbers(draft, tone))) : Get(tone, $"sms.{(present == ReportState.CannotSpeak ? "mute" : "help")}_{ReportCodes.Ending(form)}");
        var isKnown = draft.PlaceCode is not null || (draft.PlaceOffers.Count == 1 && !draft.OffersDoor());
        var where = Get(tone, isKnown ? "sms.go_on" : form == DangerForm.Self ? "sms.where_self" : "sms.where");
        return $"{what}\n{where}";
    }

    /// <summary>Nothing tells which language is understood.</summary>
    private static string CallInAll(ReportDraft draft)
    {
        var form = ReportCodes.Ending(draft.Danger ?? DangerForm.Attack);
        return string.Join('\n', Languages.All.Select(each => $"{Get(each, $"sms.call_{form}")} {Get(each, "sms.where_short")}"));
    }

    /// <summary>One name may be shortened for a notice; of three, each letter is needed to tell them apart.</summary>
    private string Confirm(ConversationState state, Tone tone)
    {
        var key = state.Draft.OffersDoor() ? "sms.confirm_door" : "sms.confirm_place";
        var (_, name) = places.DescribeOffers(state.Draft, tone.Language).FirstOrDefault();
        var empty = Get(tone, key, ("place", "")).Length;
        var notices = Notices(state, ReportState.ConfirmPlace, tone, MostUnits - empty - FewestNameUnits).Length;
        var room = MostUnits - empty - notices - (notices > 0 ? 1 : 0);
        return Get(tone, key, ("place", Fit(name ?? "", room)));
    }

    private string Offers(ConversationState state, Tone tone)
    {
        var names = places.DescribeOffers(state.Draft, tone.Language).Take(SmsNumbers.MostOffers).Select(offer => offer.Name).ToList();
        var head = Get(tone, "sms.choose_place");
        var tail = $"{names.Count + 1} {Get(tone, "sms.other_place")}";
        var room = MostUnits - head.Length - tail.Length - 1 - (3 * names.Count);
        var lines = Share(names, room).Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {name}"));
        return string.Join('\n', [head, .. lines, tail]);
    }

    /// <summary>Short names leave what they do not need to the long ones.</summary>
    private static IReadOnlyList<string> Share(IReadOnlyList<string> names, int room)
    {
        var shared = names.ToArray();
        var left = names.Count;
        foreach (var (name, i) in names.Select((name, i) => (name, i)).OrderBy(each => each.name.Length))
        {
            shared[i] = Fit(name, room / left--);
            room -= shared[i].Length;
        }

        return shared;
    }

    private static string Fit(string name, int room) => name.Length <= room ? name : $"{name[..Math.Max(0, room - 1)].TrimEnd(' ', ',')}…";

    private static string Receipt(ReportDraft draft, Tone tone)
    {
        var numbers = Numbers(draft, tone);
        if (draft.Promised is not { } promised || draft.TalkedUtc is not { } talked || promised.FirstLookUtc <= talked)
            return Get(tone, "sms.receipt_plain", ("numbers", numbers));
        var due = promised.FirstLookUtc + ReportWording.LocalTime;
        var when = Get(
            tone,
            "sms.when",
            ("day", due.Day.ToString(CultureInfo.InvariantCulture)),
            ("month", ReportTexts.Get(tone, string.Create(CultureInfo.InvariantCulture, $"month.{due.Month}"))),
            ("time", due.ToString("HH:mm", CultureInfo.InvariantCulture)));
        return Get(tone, "sms.receipt", ("when", when), ("numbers", numbers));
    }

    private static string Numbers(ReportDraft draft, Tone tone) =>
        Get(tone, draft.Danger is { } form ? $"sms.numbers_{ReportCodes.Ending(form)}" : "sms.numbers");

    private static string Get(Tone tone, string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        ReportTexts.Get(tone, key, values);
}
