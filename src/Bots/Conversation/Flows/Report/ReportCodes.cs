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

    public const string IsSafe = "safe";
    public const string NotSafe = "not_safe";
    public const string Unsure = "unsure";

    /// <summary>A child writes about itself.</summary>
    public const string Me = "me";

    /// <summary>A child writes about another child.</summary>
    public const string Friend = "friend";

    /// <summary>An adult writes.</summary>
    public const string Adult = "adult";

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
    public static string Question(ReportState state) => state switch
    {
        ReportState.AskLanguage => LanguageQuestion,
        ReportState.AskSafe => Safe,
        ReportState.AskWhat => What,
        ReportState.AskStory => Story,
        ReportState.AskPlace => PlaceQuestion,
        ReportState.ChooseRegion => Region,
        ReportState.ChooseUnit => Unit,
        ReportState.ChoosePlace => Offer,
        ReportState.ConfirmPlace => Confirm,
        ReportState.Review => Review,
        ReportState.Receipt => Receipt,
        ReportState.StartAgain => Again,
        ReportState.DangerHelp or ReportState.CannotSpeak => Danger,
        ReportState.Open or ReportState.Left or ReportState.Hidden => Go,
    };

    /// <summary>The question of the report that is settled when the one open in this state is passed over; null where there is none.</summary>
    public static string? Settles(ReportState state) => state switch
    {
        ReportState.AskSafe => Safe,
        ReportState.AskWhat => What,
        ReportState.AskStory => Story,
        _ => IsAboutPlace(state) ? PlaceQuestion : null,
    };

    /// <summary>Typed words answer "where?" in these states.</summary>
    public static bool IsAboutPlace(ReportState state) =>
        state is ReportState.AskPlace or ReportState.ChooseRegion or ReportState.ChooseUnit or ReportState.ChoosePlace
            or ReportState.ConfirmPlace or ReportState.DangerHelp or ReportState.CannotSpeak;
}
