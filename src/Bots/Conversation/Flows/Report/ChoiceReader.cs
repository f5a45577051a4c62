using Senim.Bots.Conversation.Turns;
using Senim.Intake;
using Senim.Intake.Places;
using Senim.Intake.Triage;
using static Senim.Bots.Conversation.Flows.Report.ReportCodes;
using static Senim.Bots.Conversation.Flows.Report.ReportTrigger;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>
/// Understands buttons of any age. One of the present question answers it; one of an older question changes that answer; one that
/// means nothing any more shows the present question again.
/// </summary>
internal sealed class ChoiceReader(IPlaceDirectory places)
{
    public ReportTrigger Read(ReportTurn turn, TurnInput.Choice choice)
    {
        if (choice.Flow != Flow || (turn.Present is ReportState.Left or ReportState.Hidden && choice.Question is not (ReportCodes.Danger or Go)))
            return Noted;
        var isPresent = choice.Question == Question(turn.Present);
        if (choice.Value is ReportCodes.Skip or ReportCodes.Back)
            return !isPresent ? Noted : choice.Value == ReportCodes.Skip ? ReportTrigger.Skip : ReportTrigger.Back;
        return choice.Question switch
        {
            ReportCodes.Danger => ReadDanger(turn, choice.Value),
            Go => ReadGo(turn, choice.Value),
            ReportCodes.LanguageQuestion => ReadLanguage(turn, choice.Value),
            Safe => ReadSafe(turn, choice.Value),
            Story => isPresent && choice.Value == Done ? Settle(turn, Story) : Noted,
            PlaceQuestion or Region or Unit or Offer or Confirm => ReadPlace(turn, choice),
            ReportCodes.Review when turn.Present is ReportState.Review or ReportState.ChooseEdit => ReadReview(turn, choice.Value),
            ReportCodes.Receipt when isPresent => choice.Value == PlaceQuestion ? EditPlace : Noted,
            Welcome when isPresent => choice.Value == GoOn ? Answered : Noted,
            Again when isPresent || turn.Present == ReportState.WelcomeBack => ReadAgain(turn, choice.Value),
            _ => ReportQuestions.Find(choice.Question) is { } question ? ReadAnswer(turn, question, choice.Value) : Noted,
        };
    }

    private static ReportTrigger ReadDanger(ReportTurn turn, string value)
    {
        var isHelp = turn.Present is ReportState.DangerHelp or ReportState.CannotSpeak;
        switch (value)
        {
            case Mute:
                return isHelp ? Muted : Noted;
            case Deny when isHelp:
                turn.Draft = turn.Draft.DenyDanger();
                turn.Note("note.denied");
                return Declined;
            case ReportCodes.Danger:
                // A form that was chosen before says more than the bare word.
                if (turn.Draft.Chosen(ReportCodes.Danger).Count == 0)
                    turn.Draft = turn.Draft.WithAnswer(ReportCodes.Danger, ReportCodes.Danger);
                return turn.EnterDanger();
            default:
                if (Form(value) is not { } form)
                    return Noted;
                turn.Draft = turn.Draft.WithAnswer(ReportCodes.Danger, [.. turn.Draft.Chosen(ReportCodes.Danger).Union([value])]);
                return turn.EnterDanger(form);
        }
    }

    private static ReportTrigger ReadGo(ReportTurn turn, string value)
    {
        switch (value)
        {
            case ReportCodes.Leave:
                return ReportTrigger.Leave;
            case Hide:
                return Wipe;
            case ReportCodes.Help:
                turn.Note("note.help");
                return ReportTrigger.Help;
            case ReportCodes.LanguageQuestion:
                turn.Note("note.choose_language");
                return ChangeLanguage;
            case Forget:
                turn.Note("note.forgotten");
                turn.ForgetsContact = true;
                return ForgetContact;
            default:
                return Noted;
        }
    }

    private static ReportTrigger ReadLanguage(ReportTurn turn, string value)
    {
        var known = Languages.All.Where(language => language.Code() == value).ToList();
        if (known.Count == 0)
            return Noted;
        turn.Language = known[0];
        if (turn.Present == ReportState.AskLanguage)
            return Answered;
        turn.Note("note.language");
        return ChangeLanguage;
    }

    private static ReportTrigger ReadSafe(ReportTurn turn, string value)
    {
        if (!SafeAnswers.Contains(value))
            return Noted;
        turn.Draft = turn.Draft.WithAnswer(Safe, value).Settle(Safe);
        if (value == NotSafe)
            return turn.EnterDanger();
        if (value == Unsure)
            turn.Note("note.unsure");
        return AnsweredOrChanged(turn, ReportState.AskSafe);
    }

    /// <summary>An answer to the present question leads on, unless there may be several; one to another question changes that answer.</summary>
    private static ReportTrigger ReadAnswer(ReportTurn turn, ReportQuestion question, string value)
    {
        var isPresent = turn.Present == question.State;
        if (value == Done && question.TakesSeveral)
            return isPresent ? Settle(turn, question.Code) : Noted;
        if (!question.Answers.Contains(value))
            return Noted;
        var chosen = turn.Draft.Chosen(question.Code);
        var isTakenBack = isPresent && question.TakesSeveral && chosen.Contains(value);
        turn.Draft = turn.Draft.WithAnswer(question.Code, [.. Chosen(question, chosen, value, isTakenBack)]);
        if (!isPresent)
            turn.Note("note.changed");
        if (!isTakenBack && Danger(turn, question, value) is { } danger)
            return turn.EnterDanger(danger);
        if (question.TakesSeveral && (isTakenBack || value != question.Alone))
            return Noted;
        turn.Draft = turn.Draft.Settle(question.Code);
        return isPresent ? Answered : Noted;
    }

    private static IEnumerable<string> Chosen(ReportQuestion question, IReadOnlyList<string> chosen, string value, bool isTakenBack)
    {
        if (isTakenBack)
            return chosen.Where(code => code != value);
        return question.TakesSeveral && value != question.Alone ? chosen.Where(code => code != question.Alone).Union([value]) : [value];
    }

    /// <summary>
    /// Someone who says that they do not want to live gets help first; the list can wait. What happens right now may be danger together
    /// with what was said before; if it is not, the numbers are named.
    /// </summary>
    private static DangerForm? Danger(ReportTurn turn, ReportQuestion question, string value)
    {
        if (value == CategoryCodes.Code(Category.SelfHarm))
        {
            // The words on the button are those of a wish to die.
            turn.Draft = turn.Draft.WithAnswer(ReportCodes.Danger, [.. turn.Draft.Chosen(ReportCodes.Danger).Union([DangerSelf])]);
            return DangerForm.Self;
        }

        var isNow = turn.Draft.Chosen(When) is [WhenNow] && question.Code is When or What;
        if (!isNow)
            return null;
        var found = turn.FindDanger();
        if (found is null && question.Code == When)
            turn.Note("note.unsure");
        return found;
    }

    private ReportTrigger ReadPlace(ReportTurn turn, TurnInput.Choice choice)
    {
        var asks = IsAboutPlace(turn.Present);
        switch (choice.Question, choice.Value)
        {
            case (PlaceQuestion, List):
                return asks ? ListWanted : Noted;
            case (Offer, None):
                return Decline(turn, ReportState.ChoosePlace);
            case (Confirm, No):
                return Decline(turn, ReportState.ConfirmPlace);
            case (Unit, Whole):
                return asks && turn.Draft.PlaceRegion is { } whole ? Take(turn, whole) : Noted;
            case (Confirm, Yes or YesHidden):
                return turn.Present == ReportState.ConfirmPlace && turn.Draft.PlaceOffers is [var offered, ..] ? Confirmed(turn, choice.Value, offered) : Noted;
            case (Region, var code):
                return asks && places.Find(code) is { Level: PlaceLevel.Region } ? AskInside(turn, code) : Noted;
            case (Unit or Offer, var code):
                return places.Find(code) is null ? Noted : asks ? TakeOrAskInside(turn, code) : ChangePlace(turn, code);
            default:
                return Noted;
        }
    }

    private ReportTrigger Confirmed(ReportTurn turn, string value, string offered)
    {
        if (value == YesHidden && turn.Draft.OffersDoor())
            turn.Draft = turn.Draft.WithAnswer(Recuse, [.. turn.Draft.Chosen(Recuse).Where(code => code != NoNone).Union([NoSchool])]);
        return TakeOrAskInside(turn, offered);
    }

    private static ReportTrigger Decline(ReportTurn turn, ReportState where)
    {
        if (turn.Present != where)
            return Noted;
        turn.Draft = turn.Draft with { PlaceOffers = [], Door = turn.Draft.OffersDoor() ? null : turn.Draft.Door };
        return Declined;
    }

    /// <summary>A region is too large to be the answer: its districts are offered next.</summary>
    private ReportTrigger TakeOrAskInside(ReportTurn turn, string code) =>
        places.Find(code) is { Kind: PlaceKind.Region } ? AskInside(turn, code) : Take(turn, code);

    private ReportTrigger AskInside(ReportTurn turn, string regionCode)
    {
        var isKnownInside = turn.Draft.PlaceCode is { } known && places.Find(known) is not null && places.RegionOf(known).Code == regionCode;
        turn.Draft = turn.Draft with
        {
            PlaceRegion = regionCode,
            PlaceCode = isKnownInside ? turn.Draft.PlaceCode : regionCode,
            PlaceOffers = [],
        };
        return RegionTaken;
    }

    private static ReportTrigger Take(ReportTurn turn, string code)
    {
        turn.Draft = turn.Draft.WithPlace(code);
        return PlaceSettled;
    }

    private static ReportTrigger ChangePlace(ReportTurn turn, string code)
    {
        turn.Draft = turn.Draft.WithPlace(code);
        turn.Note("note.changed");
        return Noted;
    }

    private static ReportTrigger ReadReview(ReportTurn turn, string value)
    {
        switch (value)
        {
            case Send when turn.Draft.HasContent && turn.Present == ReportState.Review:
                return Submit;
            case Change when turn.Present == ReportState.Review:
                return EditWanted;
            default:
                if (ReportQuestions.Find(value) is not { } question)
                    return Noted;
                turn.Edited = question.State;
                return Edit;
        }
    }

    private static ReportTrigger ReadAgain(ReportTurn turn, string value)
    {
        if (value == Add)
            return Answered;
        if (value != New)
            return Noted;
        turn.StartsAnew = true;
        var fresh = new ReportDraft { TalkedUtc = turn.Moment.ReceivedUtc };
        turn.Draft = turn.Draft.NextDoor is { } door ? fresh.Through(door, isSent: false) : fresh;
        return Renew;
    }

    private static ReportTrigger Settle(ReportTurn turn, string question)
    {
        turn.Draft = turn.Draft.Settle(question);
        return Answered;
    }

    private static ReportTrigger AnsweredOrChanged(ReportTurn turn, ReportState question)
    {
        if (turn.Present == question)
            return Answered;
        turn.Note("note.changed");
        return Noted;
    }
}
