using Senim.Intake.Triage;
using static Senim.Bots.Conversation.Flows.Report.ReportCodes;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>One question of the report.</summary>
/// <param name="Code">Its code in buttons and drafts; texts are named after it.</param>
/// <param name="State">Where it is asked.</param>
/// <param name="Answers">Codes of the answers in the order of their buttons; empty where it is answered in words.</param>
internal sealed record ReportQuestion(string Code, ReportState State, IReadOnlyList<string> Answers)
{
    /// <summary>Several answers may be chosen, and "done" goes on.</summary>
    public bool TakesSeveral { get; init; }

    /// <summary>An answer that stands alone and goes on at once, where several may be chosen.</summary>
    public string? Alone { get; init; }
}

/// <summary>The questions of the report in the order in which they are asked, between the language and the review.</summary>
internal static class ReportQuestions
{
    /// <summary>A text has room for so many: the words tell the rest, or nobody does.</summary>
    private static readonly string[] BySms = [Story, PlaceQuestion, Safe, Contact];

    public static IReadOnlyList<ReportQuestion> All { get; } =
    [
        new(Safe, ReportState.AskSafe, SafeAnswers),
        new(ForWhom, ReportState.AskForWhom, [Me, Friend, Adult]),
        new(What, ReportState.AskWhat, WhatAnswers) { TakesSeveral = true },
        new(Story, ReportState.AskStory, []),
        new(When, ReportState.AskWhen, [WhenNow, WhenToday, WhenWeek, WhenEarlier]),
        new(Ongoing, ReportState.AskOngoing, [OngoingYes, OngoingNo, OngoingUnsure]),
        new(PlaceQuestion, ReportState.AskPlace, []),
        new(Age, ReportState.AskAge, [AgeBand(6), AgeBand(10), AgeBand(13), AgeBand(17), AgeBand(18), AgeUnknown]),
        new(Offender, ReportState.AskOffender, [ByParent, ByRelative, ByTeacher, ByPeer, ByAdult, ByStranger, ByOnline, ByUnknown])
        {
            TakesSeveral = true,
            Alone = ByUnknown,
        },
        new(Recuse, ReportState.AskRecuse, [NoFamily, NoSchool, NoPolice, NoDepartment, NoNone])
        {
            TakesSeveral = true,
            Alone = NoNone,
        },
        new(Contact, ReportState.AskContact, [ContactAny, ContactMorning, ContactDay, ContactEvening, ContactNo]),
    ];

    private static readonly ReportQuestion?[] ByState =
        [.. Enum.GetValues<ReportState>().Select(state => All.FirstOrDefault(question => question.State == state))];

    /// <summary>The same for SMS, in the order in which they are asked there.</summary>
    public static IReadOnlyList<ReportQuestion> OfSms { get; } = [.. BySms.Select(code => Find(code)!)];

    public static ReportQuestion? Find(string code) => All.FirstOrDefault(question => question.Code == code);

    /// <summary>The one that is asked in this state; null where it is another, or none.</summary>
    public static ReportQuestion? At(ReportState state) => ByState[(int)state];

    /// <summary>The first that still needs to be asked.</summary>
    public static ReportQuestion? FirstOpen(this ReportDraft draft, IReadOnlyList<ReportQuestion> questions)
    {
        foreach (var question in questions)
        {
            if (!draft.IsSettled(question.Code) && draft.Concerns(question.Code))
                return question;
        }

        return null;
    }

    /// <summary>Some answers leave nothing to ask.</summary>
    public static bool Concerns(this ReportDraft draft, string question) => question switch
    {
        // Someone who does not want to live is not asked who does it, or when.
        When or Offender => !draft.IsAboutSelfAlone(),
        Ongoing => draft.Chosen(When) is not [WhenNow] && !draft.IsAboutSelfAlone(),
        _ => true,
    };

    private static bool IsAboutSelfAlone(this ReportDraft draft) =>
        draft.Chosen(What) is [var what] ? what == CategoryCodes.Code(Category.SelfHarm) : draft.Danger == DangerForm.Self;
}
