using Stateless;

namespace Senim.Routing.Queues;

internal enum QueueTrigger
{
    /// <summary>A member of staff takes the item.</summary>
    Take,

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
    public static StateMachine<QueueState, QueueTrigger> For(Func<QueueState> read, Action<QueueState> write)
    {
        var machine = new StateMachine<QueueState, QueueTrigger>(read, write);
        machine.Configure(QueueState.New)
            .Permit(QueueTrigger.Take, QueueState.Acknowledged)
            .Ignore(QueueTrigger.Hear);
        machine.Configure(QueueState.Reopened)
            .Permit(QueueTrigger.Take, QueueState.Acknowledged)
            .Ignore(QueueTrigger.Hear);
        machine.Configure(QueueState.Acknowledged)
            .Permit(QueueTrigger.Close, QueueState.Closed)
            .Permit(QueueTrigger.Recuse, QueueState.Reopened)
            .Ignore(QueueTrigger.Hear);
        machine.Configure(QueueState.Closed)
            .Permit(QueueTrigger.Hear, QueueState.Reopened);
        return machine;
    }
}
