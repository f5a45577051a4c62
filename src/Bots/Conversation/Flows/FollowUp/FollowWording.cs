using System.Globalization;
using Senim.Bots.Conversation.Flows.Report;
using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Codes;
using Senim.Intake.Promises;
using Senim.Intake.Questions;
using Senim.Intake.Signals;
using static Senim.Bots.Conversation.Flows.FollowUp.FollowCodes;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>Wording: from a stored state to what the reporter sees. Nothing here decides anything.</summary>
internal sealed class FollowWording(IPromises promises)
{
    /// <summary>What is said with a whole text of its own.</summary>
    private static readonly string[] WholeNotices = ["note.help", "note.explain", "note.forgotten"];

    public OutboundReply Render(ConversationState state, FollowState present, ChannelKind channel)
    {
        var language = Language(state);
        return new OutboundReply
        {
            State = present.ToString(),
            Language = language,
            Text = channel == ChannelKind.Sms ? Sms(state, present, language) : Text(state, present, language),
            Choices = channel == ChannelKind.Sms ? [] : Buttons(state, present, language),
            SpeaksAll = IsUnknown(state),
            IsNew = state.Follow?.IsNew ?? false,
            QuotesReporter = present == FollowState.Question,
            TellsOfDeletedContact = state.Notices.Contains("note.forgotten"),
        };
    }

    /// <summary>The report's last word, with what can be asked for from there.</summary>
    public OutboundReply Decorate(OutboundReply reply, ConversationState state, ChannelKind channel)
    {
        if (state.Follow?.IsNew == true)
            reply = reply with { IsNew = true };
        if (channel == ChannelKind.Sms || state.Signal is null || state.State is not (nameof(ReportState.Receipt) or nameof(ReportState.StartAgain)))
            return reply;
        var language = Language(state);
        var waits = state.Follow is { Questions.Count: > 0 };
        string[] lines =
        [
            reply.Text,
            .. state.State == nameof(ReportState.Receipt) && IsClosedNow(state) ? [FollowTexts.Get(language, "nobody_reads")] : Array.Empty<string>(),
            .. waits ? [FollowTexts.Get(language, "new_message")] : Array.Empty<string>(),
        ];
        IReadOnlyList<IReadOnlyList<ReplyChoice>> rows =
        [
            .. waits ? [[Button(language, Go, Show, "button.show")]] : Array.Empty<IReadOnlyList<ReplyChoice>>(),
            [Button(language, Go, Status, "button.status")],
            .. reply.Choices,
        ];
        return reply with { Text = string.Join("\n\n", lines), Choices = rows };
    }

    /// <summary>The code itself, which nothing remembers.</summary>
    public OutboundReply Code(ConversationState state, string digits, ChannelKind channel)
    {
        var language = Language(state);
        var key = channel == ChannelKind.Sms ? "sms.code" : "code";
        return Render(state, FollowState.Code, channel) with
        {
            Text = FollowTexts.Get(language, key).Replace("{code}", AccessCode.Write(digits), StringComparison.Ordinal),
            MayBeCopied = true,
        };
    }

    /// <summary>Nothing tells which language is understood.</summary>
    private static bool IsUnknown(ConversationState state) => state.Language is null && state.LanguageGuess is null;

    private static Language Language(ConversationState state) => state.Language ?? state.LanguageGuess ?? Intake.Language.Kk;

    private string Text(ConversationState state, FollowState present, Language language)
    {
        var parts = new List<string>();
        foreach (var notice in state.Notices.Where(IsOwnLine))
            parts.Add(FollowTexts.Has(notice) ? FollowTexts.Get(language, notice, state.Draft.Voice()) : ReportTexts.Get(new Tone(language, state.Draft), notice));
        if (state.Draft is { Danger: { } form } draft && draft.IsInDanger())
            parts.Add(ReportTexts.Get(new Tone(language, state.Draft), $"numbers_{ReportCodes.Ending(form)}"));
        parts.Add(Body(state, present, language));
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    /// <summary>Others say what the state itself says.</summary>
    private static bool IsOwnLine(string notice) => notice.StartsWith("note.", StringComparison.Ordinal);

    private string Body(ConversationState state, FollowState present, Language language)
    {
        var follow = state.Follow ?? new();
        string Get(string key) => FollowTexts.Get(language, key, state.Draft.Voice());
        return present switch
        {
            FollowState.NewMessage => Get("new_message"),
            FollowState.AskSafe => Get("ask_safe"),
            FollowState.Question when FollowNumbers.Shown(follow) is { } asked => QuestionWording.Bubble(asked.Language, asked.Code, asked.Text, ChannelKind.Telegram),
            FollowState.SafeNow => Get("safe_now"),
            FollowState.Thanks => Get(state.Notices.FirstOrDefault(notice => !IsOwnLine(notice)) ?? "thanks"),
            FollowState.Code => Get("code.gone"),
            FollowState.WrongCode => InAll(state, language, Failed(state)),
            _ => StatusText(state, language),
        };
    }

    private static string Failed(ConversationState state) => state.Notices.Contains("code_later") ? "code_later" : "code_wrong";

    private static string InAll(ConversationState state, Language language, string key) => IsUnknown(state)
        ? string.Join("\n\n", Languages.All.Select(each => FollowTexts.Get(each, key)))
        : FollowTexts.Get(language, key);

    private string StatusText(ConversationState state, Language language)
    {
        var follow = state.Follow ?? new();
        var (stage, due) = Known(state);
        var lines = new List<string> { FollowTexts.Get(language, $"status.{stage?.ToString() ?? "none"}") };
        if (stage != SignalStage.Closed && due is { } next)
            lines.Add(IsLate(state, next) ? FollowTexts.Get(language, "status.late") : FollowTexts.Get(language, stage is null or SignalStage.Waiting ? "status.first" : "status.next").Replace("{when}", When(state, next, language), StringComparison.Ordinal));
        if (stage is null or SignalStage.Waiting && IsClosedNow(state))
            lines.Add(FollowTexts.Get(language, "nobody_reads"));
        if (FollowNumbers.Waits(follow))
            lines.Add($"\n{FollowTexts.Get(language, "new_message")}");
        if (stage != SignalStage.Closed)
            lines.Add($"\n{FollowTexts.Get(language, "status.add")}");
        if (follow.Other is not null)
            lines.Add(FollowTexts.Get(language, "status.other"));
        return string.Join('\n', lines);
    }

    /// <summary>What staff's steps told; before the first one, what was promised at the receipt.</summary>
    private static (SignalStage? Stage, DateTime? DueUtc) Known(ConversationState state)
    {
        var follow = state.Follow ?? new();
        if (follow.Other is { } other)
            return (other.Progress?.Stage, other.Progress?.NextDueUtc);
        return follow.Progress is { } progress ? (progress.Stage, progress.NextDueUtc) : (null, state.Draft.Promised?.FirstLookUtc);
    }

    private static bool IsLate(ConversationState state, DateTime due) => state.Draft.TalkedUtc >= due;

    private bool IsClosedNow(ConversationState state) =>
        state.Draft is { TalkedUtc: { } now, SentUrgency: { } urgency } && !promises.IsReadAt(urgency, now);

    private static string When(ConversationState state, DateTime dueUtc, Language language)
    {
        var due = dueUtc + ReportWording.LocalTime;
        var days = state.Draft.TalkedUtc is { } talked ? (due.Date - (talked + ReportWording.LocalTime).Date).Days : int.MaxValue;
        return ReportTexts.Get(
            language,
            days switch { 0 => "receipt.today", 1 => "receipt.tomorrow", _ => "receipt.later" },
            ("day", due.Day.ToString(CultureInfo.InvariantCulture)),
            ("month", ReportTexts.Get(language, string.Create(CultureInfo.InvariantCulture, $"month.{due.Month}"))),
            ("time", due.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private static IReadOnlyList<IReadOnlyList<ReplyChoice>> Buttons(ConversationState state, FollowState present, Language language)
    {
        var follow = state.Follow ?? new();
        var rows = new List<IReadOnlyList<ReplyChoice>>();
        var offersLanguages = state.Notices.Contains("note.choose_language");
        if (offersLanguages)
            rows.Add([.. Languages.All.Select(each => new ReplyChoice(ReportCodes.Flow, ReportCodes.LanguageQuestion, each.Code(), ReportTexts.Get(each, "language.name")))]);
        rows.AddRange(Answers(state, follow, present, language).Select(IReadOnlyList<ReplyChoice> (choice) => [choice]));
        if (present is FollowState.Status or FollowState.Thanks or FollowState.Code or FollowState.WrongCode or FollowState.NewMessage)
            rows.Add([Button(language, Go, Back, follow.Other is null ? "button.back" : "button.close_case")]);
        var leave = Report(language, ReportCodes.Go, ReportCodes.Leave, "button.leave");
        rows.Add(offersLanguages ? [leave] : [Report(language, ReportCodes.Go, ReportCodes.LanguageQuestion, "button.language"), leave]);
        var danger = Report(language, ReportCodes.Danger, ReportCodes.Danger, "button.danger") with { IsDanger = true };
        rows.Add([IsUnknown(state) ? danger with { Label = string.Join(" · ", Languages.All.Select(each => ReportTexts.Get(each, "button.danger"))) } : danger]);
        return rows;
    }

    private static IEnumerable<ReplyChoice> Answers(ConversationState state, FollowUp follow, FollowState present, Language language)
    {
        switch (present)
        {
            case FollowState.NewMessage:
                yield return Button(language, Go, Show, "button.show");
                break;
            case FollowState.AskSafe:
                yield return Button(language, Read, Yes, "read.yes");
                yield return Button(language, Read, Later, "read.later");
                break;
            case FollowState.Question when FollowNumbers.Shown(follow) is { } asked:
                foreach (var answer in QuestionCodes.AnswersTo(asked.Code))
                    yield return new ReplyChoice(Flow, Answer, AnswerTo(QuestionRows.Short(asked.Id), answer), QuestionWording.Answer(asked.Language, asked.Code, answer));
                yield return new ReplyChoice(Flow, Answer, AnswerTo(QuestionRows.Short(asked.Id), Skip), QuestionWording.Skip(asked.Language, asked.Code));
                break;
            case FollowState.SafeNow:
                foreach (var answer in (string[])[Safe, NotSafe, Unsure])
                    yield return Button(language, SafeNow, answer, $"safe_now.{answer}");
                break;
            case FollowState.Thanks or FollowState.Code:
                if (FollowNumbers.Waits(follow))
                    yield return Button(language, Go, Show, "button.show");
                if (state.Signal is not null || follow.Other is not null)
                    yield return Button(language, Go, Status, "button.status");
                if (present == FollowState.Code)
                    yield return Button(language, Go, FollowCodes.Code, "button.code_again");
                break;
            case FollowState.Status or FollowState.Question:
                if (FollowNumbers.Waits(follow))
                    yield return Button(language, Go, Show, "button.show");
                if (follow.Other is null && state.Signal is not null)
                    yield return Button(language, Go, FollowCodes.Code, "button.code");
                yield return Report(language, ReportCodes.Go, ReportCodes.Forget, "receipt.forget");
                break;
        }
    }

    /// <summary>One whole text, its choices numbered in it.</summary>
    private string Sms(ConversationState state, FollowState present, Language language)
    {
        if (WholeNotices.FirstOrDefault(state.Notices.Contains) is { } whole)
            return ReportTexts.Get(new Tone(language, state.Draft), $"sms.{whole}", ("numbers", ReportTexts.Get(language, Numbers(state))));
        if (state.Notices.Contains("note.choose_language"))
            return string.Join('\n', Languages.All.Select(each => ReportTexts.Get(each, "sms.ask_language")));
        var body = SmsBody(state, present, language);
        foreach (var notice in state.Notices.Where(IsOwnLine).Reverse())
        {
            var key = $"sms.{notice}";
            var said = FollowTexts.Has(key) ? FollowTexts.Get(language, key)
                : ReportTexts.Find(new Tone(language, state.Draft), key)?.Replace("{numbers}", "", StringComparison.Ordinal).TrimEnd() ?? "";
            if (said.Length > 0 && said.Length + 1 + body.Length <= SmsWording.MostUnits)
                return $"{said}\n{body}";
        }

        return body;
    }

    private static string Numbers(ConversationState state) =>
        state.Draft.Danger is { } form ? $"sms.numbers_{ReportCodes.Ending(form)}" : "sms.numbers";

    private string SmsBody(ConversationState state, FollowState present, Language language)
    {
        var follow = state.Follow ?? new();
        string Get(string key) => FollowTexts.Get(language, key);
        switch (present)
        {
            case FollowState.NewMessage:
                return Get("sms.new_message");
            case FollowState.AskSafe:
                return Get("sms.ask_safe");
            case FollowState.Question when FollowNumbers.Shown(follow) is { } asked:
                return QuestionWording.Bubble(asked.Language, asked.Code, asked.Text, ChannelKind.Sms);
            case FollowState.SafeNow:
                return Get("sms.safe_now");
            case FollowState.Thanks:
                return Get($"sms.{state.Notices.FirstOrDefault(notice => !IsOwnLine(notice)) ?? "thanks"}");
            case FollowState.Code:
                return Get("sms.code.gone");
            case FollowState.WrongCode:
                return Get($"sms.{Failed(state)}");
            default:
                var (stage, due) = Known(state);
                var isNobodyIn = stage is null or SignalStage.Waiting && IsClosedNow(state) && !(due is { } first && IsLate(state, first));
                var lines = new List<string> { Get(isNobodyIn ? "sms.status.nobody" : $"sms.status.{stage?.ToString() ?? "none"}") };
                if (stage != SignalStage.Closed && due is { } next)
                    lines[0] += IsLate(state, next) ? $" {Get("sms.status.late")}" : $" {Get("sms.status.by").Replace("{when}", SmsWhen(next, language), StringComparison.Ordinal)}";
                lines.Add(Get(FollowNumbers.Waits(follow) ? "sms.status.menu_new" : "sms.status.menu"));
                return string.Join('\n', lines);
        }
    }

    private static string SmsWhen(DateTime dueUtc, Language language)
    {
        var due = dueUtc + ReportWording.LocalTime;
        return ReportTexts.Get(
            language,
            "sms.when",
            ("day", due.Day.ToString(CultureInfo.InvariantCulture)),
            ("month", ReportTexts.Get(language, string.Create(CultureInfo.InvariantCulture, $"month.{due.Month}"))),
            ("time", due.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private static ReplyChoice Button(Language language, string question, string value, string key) => new(Flow, question, value, FollowTexts.Get(language, key));

    private static ReplyChoice Report(Language language, string question, string value, string key) =>
        new(ReportCodes.Flow, question, value, ReportTexts.Get(language, key));
}
