using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>One way a state answers a trigger while its guards are met.</summary>
    internal abstract class Rule(TTrigger trigger, Guard[] guards)
    {
        public TTrigger Trigger { get; } = trigger;

        public Guard[] Guards { get; } = guards;

        public bool IsAwaited => Array.Exists(Guards, guard => guard.IsAwaited);

        public IEnumerable<InvocationInfo> GuardInfos => Guards.Select(guard => guard.Info);

        public abstract IEnumerable<Task> Apply(StateMachine<TState, TTrigger> machine, TState source, Firing firing);
    }

    internal sealed class IgnoreRule(TTrigger trigger, Guard[] guards) : Rule(trigger, guards)
    {
        public override IEnumerable<Task> Apply(StateMachine<TState, TTrigger> machine, TState source, Firing firing) => [];
    }

    internal sealed class FixedRule(TTrigger trigger, Guard[] guards, TState destination) : Rule(trigger, guards)
    {
        public TState Destination { get; } = destination;

        // A superstate's transition into the substate that the machine is in already is no reentry: nobody permitted one.
        public override IEnumerable<Task> Apply(StateMachine<TState, TTrigger> machine, TState source, Firing firing) =>
            Same(source, Destination) ? [] : machine.Move(firing.From(source, Destination), firing);
    }

    internal sealed class ReentryRule(TTrigger trigger, Guard[] guards, TState owner) : Rule(trigger, guards)
    {
        public TState Owner { get; } = owner;

        public override IEnumerable<Task> Apply(StateMachine<TState, TTrigger> machine, TState source, Firing firing) =>
            machine.Reenter(firing.From(source, Owner), firing);
    }

    internal sealed class DynamicRule(TTrigger trigger, Guard[] guards, Selector selector, DynamicStateInfos possible) : Rule(trigger, guards)
    {
        public Selector Selector { get; } = selector;

        public DynamicStateInfos Possible { get; } = possible;

        public override IEnumerable<Task> Apply(StateMachine<TState, TTrigger> machine, TState source, Firing firing)
        {
            TState destination;
            if (Selector.Plain is not null)
            {
                destination = Selector.Plain(firing.Arguments);
            }
            else
            {
                if (!firing.CanAwait)
                    throw NeedsAwaiting($"the destination selector of trigger '{Trigger}'");
                var choice = Selector.Awaited(firing.Arguments);
                yield return choice;
                destination = choice.GetAwaiter().GetResult();
            }

            foreach (var pending in machine.Move(firing.From(source, destination), firing))
                yield return pending;
        }
    }

    internal sealed class InternalRule(TTrigger trigger, Guard[] guards, Callback action) : Rule(trigger, guards)
    {
        public override IEnumerable<Task> Apply(StateMachine<TState, TTrigger> machine, TState source, Firing firing) =>
            action.Run(firing.From(source, source), firing.Arguments, firing.CanAwait, $"an internal transition of '{source}' state");
    }
}
