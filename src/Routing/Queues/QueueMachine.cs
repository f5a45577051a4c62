using Stateless;

namespace Senim.Routing.Queues;

internal enum QueueTrigger
{
    /// <summary>A member of staff takes the item, be it new or passed on by another unit.</summary>
    Take,

    /// <summary>Whoever was named goes on with it.</summary>
    Begin,

    /// <summary>It goes back to those who wait.</summary>
    HandBack,

    PlanVisit,

    /// <summary>The visit was made, or the child was reached otherwise.</summary>
    Visit,

    /// <summary>It is passed to another unit.</summary>
    Offer,

    /// <summary>The other unit does not take it.</summary>
    Return,

    /// <summary>It may be closed once a second person agrees.</summary>
    AskToClose,

    /// <summary>The second person does not agree.</summary>
    Decline,

    /// <summary>A member of staff closes it.</summary>
    Close,

    /// <summary>The reporter said something after the signal was sent, be it new words or another answer.</summary>
    Hear,

    /// <summary>The unit that has it must not see it.</summary>
    Recuse,
}

/// <summary>The steps that an item may take. An addition counts like a first message, so whatever is said to a closed one reopens it.</summary>
internal static class QueueMachine
{
    private static readonly QueueState[] InHand = [QueueState.Acknowledged, QueueState.InProgress, QueueState.VisitPlanned, QueueState.Visited];

    public static StateMachine<QueueState, QueueTrigger> For(Func<QueueState> read, Action<QueueState> write)
    {
        var machine = new StateMachine<QueueState, QueueTrigger>(read, write);
        foreach (var waiting in new[] { QueueState.New, QueueState.Reopened })
        {
            machine.Configure(waiting)
                .Permit(QueueTrigger.Take, QueueState.Acknowledged)
                .Ignore(QueueTrigger.Hear);
        }

        machine.Configure(QueueState.Transferred)
            .Permit(QueueTrigger.Take, QueueState.Acknowledged)
            .Permit(QueueTrigger.Return, QueueState.New)
            .Permit(QueueTrigger.Recuse, QueueState.Reopened)
            .Ignore(QueueTrigger.Hear);
        foreach (var held in InHand)
            ConfigureHeld(machine, held);
        machine.Configure(QueueState.ClosingAsked)
            .Permit(QueueTrigger.Close, QueueState.Closed)
            .Permit(QueueTrigger.Decline, QueueState.InProgress)
            .Permit(QueueTrigger.Hear, QueueState.InProgress)
            .Permit(QueueTrigger.Recuse, QueueState.Reopened);
        machine.Configure(QueueState.Closed)
            .Permit(QueueTrigger.Hear, QueueState.Reopened);
        return machine;
    }

    private static void ConfigureHeld(StateMachine<QueueState, QueueTrigger> machine, QueueState held)
    {
        var state = machine.Configure(held)
            .Permit(QueueTrigger.HandBack, QueueState.New)
            .Permit(QueueTrigger.Offer, QueueState.Transferred)
            .Permit(QueueTrigger.AskToClose, QueueState.ClosingAsked)
            .Permit(QueueTrigger.Close, QueueState.Closed)
            .Permit(QueueTrigger.Recuse, QueueState.Reopened)
            .Ignore(QueueTrigger.Hear);
        To(state, QueueTrigger.PlanVisit, held, QueueState.VisitPlanned);
        To(state, QueueTrigger.Visit, held, QueueState.Visited);

        // A colleague who is named later takes it on as it stands.
        if (held == QueueState.Acknowledged)
            state.Permit(QueueTrigger.Begin, QueueState.InProgress);
        else
            state.Ignore(QueueTrigger.Begin);
    }

    /// <summary>Another visit may be planned, and made.</summary>
    private static void To(StateMachine<QueueState, QueueTrigger>.StateConfiguration state, QueueTrigger trigger, QueueState from, QueueState to)
    {
        if (from == to)
            state.Ignore(trigger);
        else
            state.Permit(trigger, to);
    }
}
