using Stateless;
using Stateless.Reflection;
using static Senim.Bots.Conversation.Flows.FollowUp.FollowState;
using static Senim.Bots.Conversation.Flows.FollowUp.FollowTrigger;

namespace Senim.Bots.Conversation.Flows.FollowUp;

/// <summary>Where each trigger leads. Not safe to share between threads.</summary>
internal sealed class FollowMachine
{
    private static readonly FollowState[] All = [FollowState.Report, NewMessage, AskSafe, Question, SafeNow, Thanks, Status, Code, WrongCode];

    private readonly StateMachine<FollowState, FollowTrigger> _machine;
    private FollowFacts _facts = new(FollowState.Report, false);

    public FollowMachine()
    {
        _machine = new StateMachine<FollowState, FollowTrigger>(() => _facts.State, state => _facts = _facts with { State = state });
        _machine.OnUnhandledTrigger((_, _) => { });
        var open = _machine.Configure(Open)
            .InternalTransition(Noted, Stay);
        foreach (var (trigger, to) in new[]
            {
                (HandOver, FollowState.Report), (Back, FollowState.Report), (Push, NewMessage), (AskStatus, Status), (Opened, Status), (AskCode, Code), (NotOpened, WrongCode),
            })
        {
            open.Permit(trigger, to);
        }

        open.PermitDynamic(Show, () => _facts.HasMore ? AskSafe : Status, "whether something waits", Possible(("something waits", AskSafe), ("nothing waits", Status)));
        foreach (var state in All)
            _machine.Configure(state).SubstateOf(Open);
        _machine.Configure(AskSafe)
            .Permit(SafeToRead, Question)
            .Permit(NotNow, NewMessage);
        _machine.Configure(Question)
            .PermitDynamic(Answered, () => _facts.HasMore ? Question : Thanks, "whether more is asked", Possible(("more is asked", Question), ("nothing more is asked", Thanks)))
            .Permit(AskSafeNow, SafeNow);
        _machine.Configure(SafeNow)
            .PermitDynamic(Answered, () => _facts.HasMore ? Question : Thanks, "whether more is asked", Possible(("more is asked", Question), ("nothing more is asked", Thanks)));
    }

    /// <summary>The state that the trigger leads to; the same one when it leads nowhere.</summary>
    public FollowState Fire(FollowTrigger trigger, FollowFacts facts)
    {
        _facts = facts;
        _machine.Fire(trigger);
        return _facts.State;
    }

    /// <summary>All that the machine can do.</summary>
    public StateMachineInfo Describe() => _machine.GetInfo();

    private static DynamicStateInfos Possible(params (string When, FollowState State)[] states)
    {
        var infos = new DynamicStateInfos();
        foreach (var (when, state) in states)
            infos.Add(state, when);
        return infos;
    }

    private static void Stay()
    {
    }
}

/// <summary>All that the machine may know of a turn.</summary>
/// <param name="HasMore">Another question waits.</param>
internal readonly record struct FollowFacts(FollowState State, bool HasMore);
