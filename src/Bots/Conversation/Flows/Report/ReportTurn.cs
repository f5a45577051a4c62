using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Signals;
using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>One turn while it is being understood: what was there before it, and what it has changed so far.</summary>
internal sealed class ReportTurn(ConversationState before, ReportState present, FlowMoment moment, ITriage triage)
{
    private readonly List<string> _notices = [];
    private ReportDraft? _assessedDraft;
    private TriageResult? _assessed;

    public ConversationState Before { get; } = before;

    public ReportState Present { get; } = present;

    public FlowMoment Moment { get; } = moment;

    public ReportDraft Draft { get; set; } =
        moment.IsOvertaken && before.Draft.TalkedUtc is not null ? before.Draft : before.Draft with { TalkedUtc = moment.ReceivedUtc };

    public Language? Language { get; set; } = before.Language;

    public Language? LanguageGuess { get; set; } = before.LanguageGuess ?? moment.LanguageHint;

    /// <summary>Text keys to be shown above the question.</summary>
    public IReadOnlyList<string> Notices => _notices;

    public bool ForgetsContact { get; set; }

    /// <summary>A second report in the same chat: the first one stays as it was sent.</summary>
    public bool StartsAnew { get; set; }

    /// <summary>The question whose answer is to be changed.</summary>
    public ReportState? Edited { get; set; }

    /// <summary>More texts may follow: they are answered together.</summary>
    public bool IsHeld { get; set; }

    public bool HasSignal => Before.Signal is not null && !StartsAnew;

    public void Note(string key)
    {
        if (!_notices.Contains(key))
            _notices.Add(key);
    }

    /// <summary>Keeps words as they came.</summary>
    public void Keep(string text) =>
        Draft = Draft.WithWords(text, Moment.ReceivedUtc, Present is ReportState.Receipt or ReportState.Left or ReportState.Hidden ? null : ReportCodes.Question(Present));

    /// <summary>Triage over everything said so far; worked out once for a draft.</summary>
    public TriageResult Assess()
    {
        if (_assessed is null || !ReferenceEquals(_assessedDraft, Draft))
        {
            _assessedDraft = Draft;
            _assessed = triage.Assess(new TriageInput
            {
                Texts = [.. Draft.Words().Select(part => part.Text)],
                Answers = Chosen(),
                HasUnheardMedia = Draft.Media > 0,
            });
        }

        return _assessed;
    }

    /// <summary>Whether the words alone say what it is about.</summary>
    public bool SayWhat(string text) => IsSpecific(triage.Assess(new TriageInput { Texts = [text] }));

    public static bool IsSpecific(TriageResult result) =>
        result.Categories.Any(category => category is not (Category.Other or Category.Question or Category.Test));

    /// <summary>
    /// Danger in words that were just kept. By themselves they count again and again; together with what was said before only until help
    /// has been shown, or a correction ("it is not like that") could never hold, and the place could never be told.
    /// </summary>
    public DangerForm? FindDanger(string text)
    {
        var isAll = Draft is { Story.Count: 1, Answers.Count: 0, Media: 0 };
        if (!isAll && triage.Assess(new TriageInput { Texts = [text] }).Danger is { } alone)
            return alone;
        return FindDanger(isAll);
    }

    /// <summary>Danger in all that was said, while no help has been shown.</summary>
    /// <param name="isAll">It is one message.</param>
    public DangerForm? FindDanger(bool isAll = false)
    {
        if (Draft.Danger is not null)
            return null;
        var found = Assess().Danger;
        return found is not null && Moment.Channel == ChannelKind.Sms && !isAll ? triage.Assess(new TriageInput { Texts = Told(), Answers = Chosen() }).Danger : found;
    }

    /// <summary>Without bare calls for help: a text answered them with the numbers, and with a number for danger.</summary>
    private List<string> Told() =>
        [.. Draft.Story.Select(part => part.Text).Where(text => ReportPhrases.Read(text, Present) is not (ReportCodes.Go, ReportCodes.Help))];

    private HashSet<string> Chosen()
    {
        var chosen = Draft.Answers.SelectMany(answer => answer.Choices).ToHashSet(StringComparer.Ordinal);
        if (Draft.Pointed)
            chosen.Add("point");
        return chosen;
    }

    /// <summary>Help is shown in the form that was said; else in the one shown before, or that the words suggest, or for an attack.</summary>
    public ReportTrigger EnterDanger(DangerForm? said = null)
    {
        var form = said ?? Draft.Danger ?? Assess() switch
        {
            { Danger: { } found } => found,
            { Categories: var categories } when categories.Contains(Category.SelfHarm) => DangerForm.Self,
            _ => DangerForm.Attack,
        };
        Draft = (Draft with { Danger = form, DangerDenied = false }).Settle(ReportCodes.Safe);
        return ReportTrigger.InDanger;
    }
}
