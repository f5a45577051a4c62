using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Says what one state does. Everything returns the same configuration, to go on with.</summary>
    public partial class StateConfiguration
    {
        // An internal transition without a condition is shown with one, as a lambda without a description.
        private static readonly Guard[] Always = Guard.When(() => true, null);

        private readonly StateNode _node;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, StateNode node)
        {
            Machine = machine;
            _node = node;
        }

        /// <summary>The state that is configured.</summary>
        public TState State => _node.State;

        /// <summary>The machine it belongs to.</summary>
        public StateMachine<TState, TTrigger> Machine { get; }

        /// <summary>
        /// Puts the state inside another one: it answers the triggers of that state too, and moving between substates
        /// neither leaves nor enters it.
        /// </summary>
        /// <exception cref="ArgumentException">The state would be inside itself.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            if (Machine.Find(superstate).IsWithin(State))
                throw new ArgumentException($"Configuring {State} as a substate of {superstate} creates an illegal cyclic configuration.", nameof(superstate));
            _node.Superstate = Machine.NodeFor(superstate);
            return this;
        }

        /// <summary>Continues into a direct substate whenever this state is entered.</summary>
        /// <exception cref="InvalidOperationException">The state has an initial transition already.</exception>
        /// <exception cref="ArgumentException">The target is the state itself.</exception>
        public StateConfiguration InitialTransition(TState targetState)
        {
            if (_node.HasInitialTransition)
                throw new InvalidOperationException($"This state has already been configured with an initial transition ({_node.InitialTransitionTarget}).");
            if (Same(targetState, State))
                throw new ArgumentException("Setting the current state as the target destination state is not allowed.", nameof(targetState));
            _node.SetInitialTransition(targetState);
            return this;
        }

        private StateConfiguration AddFixed(TTrigger trigger, TState destination, Guard[] guards) => Same(State, destination)
            ? throw new ArgumentException(
                "A permitted transition has to lead to another state. To accept a trigger without a change, use Ignore or PermitReentry.", nameof(destination))
            : Add(new FixedRule(trigger, guards, destination));

        private StateConfiguration AddDynamic(TTrigger trigger, Guard[] guards, Selector selector, DynamicStateInfos possible) =>
            Add(new DynamicRule(trigger, guards, selector, possible));

        private StateConfiguration AddInternal(TTrigger trigger, Guard[] guards, Callback action) => Add(new InternalRule(trigger, guards, action));

        private StateConfiguration Add(Rule rule)
        {
            _node.Add(rule);
            return this;
        }

        private StateConfiguration AddTo(List<Callback> actions, Callback action)
        {
            actions.Add(action);
            return this;
        }
    }
}
