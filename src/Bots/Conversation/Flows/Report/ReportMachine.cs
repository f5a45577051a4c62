using Stateless;
using Stateless.Graph;
using Stateless.Reflection;
using static Senim.Bots.Conversation.Flows.Report.ReportState;
using static Senim.Bots.Conversation.Flows.Report.ReportTrigger;

namespace Senim.Bots.Conversation.Flows.Report;

/// <summary>
/// Where each trigger leads. The definition is configured once and fired over the facts of one turn after the other, since building it
/// costs more than the rest of a turn. Not safe to share between threads.
/// </summary>
internal sealed class ReportMachine
{
    /// <summary>A question is asked at most this often, then the report goes on without it.</summary>
    public const int MostTimesAsked = 2;

    private static readonly ReportState[] Questions =
        [AskLanguage, AskSafe, AskWhat, AskStory, AskPlace, ChooseRegion, ChooseUnit, ChoosePlace, ConfirmPlace, Review, Receipt, StartAgain, DangerHelp, CannotSpeak];

    private static readonly DynamicStateInfos Onward = Possible("the first question not yet settled", AskSafe, AskWhat, AskStory, AskPlace, ConfirmPlace, Review, Receipt);
    private static readonly DynamicStateInfos Earlier = Possible("the question before", AskLanguage, AskSafe, AskWhat, AskStory, AskPlace, DangerHelp);

    private readonly StateMachine<ReportState, ReportTrigger> _machine;
    private MachineFacts _facts = new(AskLanguage, AskLanguage, AskLanguage, 0);

    public ReportMachine()
    {
        _machine = new StateMachine<ReportState, ReportTrigger>(() => _facts.State, state => _facts = _facts with { State = state });
        _machine.OnUnhandledTrigger((_, _) => { });
        ConfigureWaysOut();
        ConfigureQuestions();
        ConfigurePlace();
        ConfigureDanger();
        ConfigureEnd();
    }

    /// <summary>The state that the trigger leads to; the same one when it leads nowhere.</summary>
    public ReportState Fire(ReportTrigger trigger, MachineFacts facts)
    {
        _facts = facts;
        _machine.Fire(trigger);
        return _facts.State;
    }

    public bool Permits(ReportTrigger trigger, MachineFacts facts)
    {
        _facts = facts;
        return _machine.CanFire(trigger);
    }

    public string Draw() => MermaidGraph.Format(_machine.GetInfo(), MermaidGraphDirection.TopToBottom);

    private void ConfigureWaysOut()
    {
        _machine.Configure(Open)
            .Permit(Leave, Left)
            .Permit(Wipe, Hidden)
            .Permit(InDanger, DangerHelp)
            .Permit(PointSent, ChoosePlace)
            .PermitDynamic(Back, () => _facts.Earlier, "to the question before", Earlier)
            .PermitDynamic(Skip, () => _facts.Onward, "on without an answer", Onward)
            .InternalTransition(Help, Stay)
            .InternalTransition(ChangeLanguage, Stay)
            .InternalTransition(ForgetContact, Stay)
            .InternalTransition(TimedOut, Stay)
            .InternalTransition(Noted, Stay);
        foreach (var question in Questions)
            _machine.Configure(question).SubstateOf(Open);
    }

    private void ConfigureQuestions()
    {
        foreach (var question in new[] { AskLanguage, AskSafe, AskWhat, AskStory })
        {
            var configured = _machine.Configure(question).PermitDynamic(Answered, () => _facts.Onward, "onward", Onward);
            AskAtMostTwice(configured);
        }

        _machine.Configure(Review)
            .Permit(Submit, Receipt)
            .Permit(EditSafe, AskSafe)
            .Permit(EditWhat, AskWhat)
            .Permit(EditStory, AskStory)
            .Permit(EditPlace, AskPlace);
    }

    private void ConfigurePlace()
    {
        foreach (var question in new[] { AskPlace, ChooseRegion, ChooseUnit, ChoosePlace, ConfirmPlace, DangerHelp, CannotSpeak })
        {
            var configured = _machine.Configure(question).PermitDynamic(PlaceSettled, () => _facts.Onward, "onward", Onward);
            AskAtMostTwice(configured);
            PermitOrStay(configured, PlaceTaken, ConfirmPlace);
            PermitOrStay(configured, PlaceAsked, ChoosePlace);
            PermitOrStay(configured, RegionTaken, ChooseUnit);
            PermitOrStay(configured, ListWanted, ChooseRegion);
            PermitOrStay(configured, PlaceWanted, AskPlace);
        }

        _machine.Configure(ConfirmPlace).Permit(Declined, AskPlace);
        _machine.Configure(ChoosePlace).Permit(Declined, ChooseRegion).PermitReentry(PointSent);
    }

    private void ConfigureDanger()
    {
        foreach (var help in new[] { DangerHelp, CannotSpeak })
            _machine.Configure(help).PermitDynamic(Declined, () => _facts.Onward, "it is not like that", Onward);
        _machine.Configure(DangerHelp).PermitReentry(InDanger).Permit(Muted, CannotSpeak);
    }

    private void ConfigureEnd()
    {
        _machine.Configure(Receipt)
            .Permit(EditPlace, AskPlace)
            .Permit(PlaceTaken, ConfirmPlace)
            .Permit(Start, StartAgain)
            .PermitReentry(Skip);
        _machine.Configure(StartAgain)
            .Permit(Answered, Receipt)
            .Permit(Renew, AskSafe);
        foreach (var end in new[] { Left, Hidden })
        {
            var configured = _machine.Configure(end)
                .Permit(Start, AskLanguage)
                .Permit(InDanger, DangerHelp)
                .Permit(PointSent, ChoosePlace)
                .PermitDynamic(Answered, () => _facts.Onward, "words came again", Onward)
                .InternalTransition(Help, Stay)
                .InternalTransition(ForgetContact, Stay)
                .InternalTransition(TimedOut, Stay);
            PermitOrStay(configured, Leave, Left);
            PermitOrStay(configured, Wipe, Hidden);
        }
    }

    private void AskAtMostTwice(StateMachine<ReportState, ReportTrigger>.StateConfiguration question) => question
        .PermitReentryIf(Unclear, () => _facts.TimesAsked < MostTimesAsked, "asked once")
        .PermitDynamicIf(Unclear, () => _facts.Onward, "onward", () => _facts.TimesAsked >= MostTimesAsked, "asked twice", Onward);

    private static void PermitOrStay(
        StateMachine<ReportState, ReportTrigger>.StateConfiguration from, ReportTrigger trigger, ReportState to)
    {
        if (from.State == to)
            from.PermitReentry(trigger);
        else
            from.Permit(trigger, to);
    }

    private static DynamicStateInfos Possible(string criterion, params ReportState[] states)
    {
        var infos = new DynamicStateInfos();
        foreach (var state in states)
            infos.Add(state, criterion);
        return infos;
    }

    /// <summary>What was understood is already in the draft; the machine has nothing to do but stay.</summary>
    private static void Stay()
    {
    }
}

/// <summary>All that the machine may know of a turn.</summary>
/// <param name="Onward">The first question that is not settled, or the end.</param>
/// <param name="Earlier">The question before the present one.</param>
/// <param name="TimesAsked">How often the present question has been asked.</param>
internal readonly record struct MachineFacts(ReportState State, ReportState Onward, ReportState Earlier, int TimesAsked);
