using Stateless;
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

    /// <summary>The questions whose answers lead on, from the first on.</summary>
    private static readonly ReportState[] Asked =
        [AskLanguage, .. ReportQuestions.All.Select(question => question.State).Where(state => !ReportCodes.IsAboutPlace(state))];

    private static readonly ReportState[] AboutPlace = [.. Enum.GetValues<ReportState>().Where(ReportCodes.IsAboutPlace)];

    private static readonly ReportState[] Questions = [.. Asked, .. AboutPlace, Review, ChooseEdit, Receipt, StartAgain, WelcomeBack];

    private static readonly DynamicStateInfos Onward =
        Possible("the first question not yet settled", [.. ReportQuestions.All.Select(question => question.State), ConfirmPlace, Review, Receipt]);

    private static readonly DynamicStateInfos Earlier = Possible("the question before", [.. Asked, .. AboutPlace]);
    private static readonly DynamicStateInfos Chosen = Possible("the question chosen", [.. ReportQuestions.All.Select(question => question.State)]);

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

    /// <summary>All that the machine can do.</summary>
    public StateMachineInfo Describe() => _machine.GetInfo();

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
        foreach (var question in Asked)
        {
            var configured = _machine.Configure(question).PermitDynamic(Answered, () => _facts.Onward, "onward", Onward);
            AskAtMostTwice(configured);
        }

        // A place that was confirmed may be put right at any later question.
        foreach (var question in Asked.Where(question => question is not (AskLanguage or AskStory)).Append(Review).Append(ChooseEdit))
            _machine.Configure(question).Permit(PlaceTaken, ConfirmPlace);

        _machine.Configure(Review)
            .Permit(Submit, Receipt)
            .Permit(EditWanted, ChooseEdit);
        foreach (var review in new[] { Review, ChooseEdit })
            _machine.Configure(review).PermitDynamic(Edit, () => _facts.Edited, "the question chosen", Chosen);
    }

    private void ConfigurePlace()
    {
        foreach (var question in AboutPlace)
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
        _machine.Configure(WelcomeBack)
            .PermitDynamic(Answered, () => _facts.Onward, "goes on", Onward)
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

    private static DynamicStateInfos Possible(string criterion, IReadOnlyList<ReportState> states)
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
internal readonly record struct MachineFacts(ReportState State, ReportState Onward, ReportState Earlier, int TimesAsked)
{
    /// <summary>The question whose answer is to be changed.</summary>
    public ReportState Edited { get; init; } = State;
}
