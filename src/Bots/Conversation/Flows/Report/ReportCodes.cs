using Senim.Intake.Triage;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>
/// Codes of questions and answers as they travel in buttons and rest in drafts. They never change their meaning: buttons of any age
/// come back.
/// </summary>
internal static class ReportCodes
{
    public const string Flow = "report";

    public const string LanguageQuestion = "language";
    public const string Safe = "safe";
    public const string What = "what";
    public const string Story = "story";
    public const string PlaceQuestion = "place";
    public const string Region = "region";
    public const string Unit = "unit";
    public const string Offer = "offer";
    public const string Confirm = "confirm";
    public const string Review = "review";
    public const string Receipt = "receipt";
    public const string Again = "again";
    public const string Welcome = "welcome";

    /// <summary>Settled once another language was offered.</summary>
    public const string OtherLanguage = "other_language";
    public const string Danger = "danger";
    public const string ForWhom = "forwhom";
    public const string When = "when";
    public const string Ongoing = "ongoing";
    public const string Age = "age";
    public const string Offender = "offender";
    public const string Recuse = "recuse";
    public const string Contact = "contact";

    /// <summary>What can be asked for at any question, by a button of any age.</summary>
    public const string Go = "go";

    public const string Skip = "skip";
    public const string Back = "back";
    public const string Done = "done";
    public const string Yes = "yes";
    public const string No = "no";
    public const string List = "list";
    public const string Whole = "whole";
    public const string None = "none";
    public const string Send = "send";
    public const string Add = "add";
    public const string New = "new";
    public const string Mute = "mute";
    public const string Deny = "deny";
    public const string Leave = "leave";
    public const string Hide = "hide";
    public const string Help = "help";
    public const string Forget = "forget";
    public const string Change = "change";
    public const string GoOn = "go_on";

    /// <summary>It is there, and somebody there must not learn of it.</summary>
    public const string YesHidden = "yes_no_school";

    public const string IsSafe = "safe";
    public const string NotSafe = "not_safe";
    public const string Unsure = "unsure";

    /// <summary>A child writes about itself.</summary>
    public const string Me = "me";

    /// <summary>A child writes about another child.</summary>
    public const string Friend = "friend";

    /// <summary>An adult writes.</summary>
    public const string Adult = "adult";

    public const string WhenNow = "when_now";
    public const string WhenToday = "when_today";
    public const string WhenWeek = "when_week";
    public const string WhenEarlier = "when_earlier";

    public const string OngoingYes = "ongoing_yes";
    public const string OngoingNo = "ongoing_no";
    public const string OngoingUnsure = "ongoing_unsure";

    public const string AgeUnknown = "age_unknown";

    public const string ByParent = "by_parent";
    public const string ByRelative = "by_relative";
    public const string ByTeacher = "by_teacher";
    public const string ByPeer = "by_peer";
    public const string ByAdult = "by_adult";
    public const string ByStranger = "by_stranger";
    public const string ByOnline = "by_online";
    public const string ByUnknown = "by_unknown";

    public const string NoFamily = "no_family";
    public const string NoSchool = "no_school";
    public const string NoPolice = "no_police";
    public const string NoDepartment = "no_department";
    public const string NoNone = "no_none";

    public const string ContactNo = "contact_no";
    public const string ContactAny = "contact_any";
    public const string ContactMorning = "contact_morning";
    public const string ContactDay = "contact_day";
    public const string ContactEvening = "contact_evening";

    public const string DangerAttack = "danger_attack";
    public const string DangerBody = "danger_body";
    public const string DangerSelf = "danger_self";

    public static IReadOnlyList<string> SafeAnswers { get; } = [IsSafe, NotSafe, Unsure];

    /// <summary>The categories that a child can choose by their name; the others are found in the words.</summary>
    public static IReadOnlyList<string> WhatAnswers { get; } =
    [
        .. new[]
        {
            Category.Physical, Category.Sexual, Category.Psychological, Category.Bullying, Category.Cyberbullying,
            Category.Witness, Category.Neglect, Category.Exploitation, Category.SelfHarm, Category.Other,
        }.Select(CategoryCodes.Code),
    ];

    /// <summary>The band that an age in years lies in.</summary>
    public static string AgeBand(int years) => years switch
    {
        <= 6 => "age_0_6",
        <= 10 => "age_7_10",
        <= 13 => "age_11_13",
        <= 17 => "age_14_17",
        _ => "age_adult",
    };

    public static DangerForm? Form(string code) => code switch
    {
        DangerAttack => DangerForm.Attack,
        DangerBody => DangerForm.Body,
        DangerSelf => DangerForm.Self,
        _ => null,
    };

    public static string Code(DangerForm form) => form switch
    {
        DangerForm.Attack => DangerAttack,
        DangerForm.Body => DangerBody,
        DangerForm.Self => DangerSelf,
    };

    /// <summary>The ending of a text key that has three forms.</summary>
    public static string Ending(DangerForm form) => form switch
    {
        DangerForm.Attack => "attack",
        DangerForm.Body => "body",
        DangerForm.Self => "self",
    };

    /// <summary>The question that stands open in a state; its buttons bear this code.</summary>
    public static string Question(ReportState state) => ReportQuestions.At(state)?.Code ?? state switch
    {
        ReportState.AskLanguage => LanguageQuestion,
        ReportState.ChooseRegion => Region,
        ReportState.ChooseUnit => Unit,
        ReportState.ChoosePlace => Offer,
        ReportState.ConfirmPlace => Confirm,
        ReportState.Review => Review,
        ReportState.ChooseEdit => Change,
        ReportState.Receipt => Receipt,
        ReportState.StartAgain => Again,
        ReportState.WelcomeBack => Welcome,
        ReportState.DangerHelp or ReportState.CannotSpeak => Danger,
        _ => Go,
    };

    /// <summary>The question of the report that is settled when the one open in this state is passed over; null where there is none.</summary>
    public static string? Settles(ReportState state) => IsAboutPlace(state) ? PlaceQuestion : ReportQuestions.At(state)?.Code;

    /// <summary>Typed words answer "where?" in these states.</summary>
    public static bool IsAboutPlace(ReportState state) =>
        state is ReportState.AskPlace or ReportState.ChooseRegion or ReportState.ChooseUnit or ReportState.ChoosePlace
            or ReportState.ConfirmPlace or ReportState.DangerHelp or ReportState.CannotSpeak;
}
