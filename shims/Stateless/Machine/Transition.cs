namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>A move from one state to another, as actions and handlers see it.</summary>
    public class Transition
    {
        /// <param name="source">The state that is left.</param>
        /// <param name="destination">The state that is entered.</param>
        /// <param name="trigger">The trigger that caused it.</param>
        /// <param name="parameters">The arguments of the trigger; none when null.</param>
        public Transition(TState source, TState destination, TTrigger trigger, object[] parameters = null)
        {
            Source = source;
            Destination = destination;
            Trigger = trigger;
            Parameters = parameters ?? [];
        }

        /// <summary>The state that is left.</summary>
        public TState Source { get; }

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; }

        /// <summary>The trigger that caused the transition.</summary>
        public TTrigger Trigger { get; }

        /// <summary>Whether the same state is left and entered.</summary>
        public bool IsReentry => Same(Source, Destination);

        /// <summary>The arguments of the trigger.</summary>
        public object[] Parameters { get; }
    }

    /// <summary>The step from a state that was just entered into its initial substate.</summary>
    public class InitialTransition : Transition
    {
        /// <inheritdoc cref="Transition(TState, TState, TTrigger, object[])" />
        public InitialTransition(TState source, TState destination, TTrigger trigger, object[] parameters = null)
            : base(source, destination, trigger, parameters)
        {
        }
    }
}
