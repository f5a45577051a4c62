namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <content>Actions on a trigger that neither leave nor enter the state.</content>
    public partial class StateConfiguration
    {
        /// <summary>Runs the action on the trigger.</summary>
        public StateConfiguration InternalTransition(TTrigger trigger, Action<Transition> entryAction) =>
            AddInternal(trigger, Always, Callback.Of(entryAction));

        public StateConfiguration InternalTransition(TTrigger trigger, Action internalAction) =>
            AddInternal(trigger, Always, Callback.Of(internalAction));

        public StateConfiguration InternalTransition<TArg0>(TTrigger trigger, Action<Transition> internalAction) =>
            AddInternal(trigger, Always, Callback.Of(internalAction));

        public StateConfiguration InternalTransition<TArg0>(TriggerWithParameters<TArg0> trigger, Action<TArg0, Transition> internalAction) =>
            AddInternal(TriggerOf(trigger), Always, Callback.Of(internalAction));

        public StateConfiguration InternalTransition<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1, Transition> internalAction) =>
            AddInternal(TriggerOf(trigger), Always, Callback.Of(internalAction));

        public StateConfiguration InternalTransition<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Action<TArg0, TArg1, TArg2, Transition> internalAction) =>
            AddInternal(TriggerOf(trigger), Always, Callback.Of(internalAction));

        /// <summary>Runs the action on the trigger while the guard is met.</summary>
        public StateConfiguration InternalTransitionIf(
            TTrigger trigger, Func<object[], bool> guard, Action<Transition> entryAction, string guardDescription = null) =>
            AddInternal(trigger, Guard.Over(guard, guardDescription), Callback.Of(entryAction));

        public StateConfiguration InternalTransitionIf(
            TTrigger trigger, Func<object[], bool> guard, Action internalAction, string guardDescription = null) =>
            AddInternal(trigger, Guard.Over(guard, guardDescription), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionIf<TArg0>(
            TTrigger trigger, Func<object[], bool> guard, Action<Transition> internalAction, string guardDescription = null) =>
            AddInternal(trigger, Guard.Over(guard, guardDescription), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard,
            Action<TArg0, Transition> internalAction, string guardDescription = null) =>
            AddInternal(TriggerOf(trigger), Guard.When(guard, guardDescription), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<object[], bool> guard,
            Action<TArg0, TArg1, Transition> internalAction, string guardDescription = null) =>
            AddInternal(TriggerOf(trigger), Guard.Over(guard, guardDescription), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard,
            Action<TArg0, TArg1, Transition> internalAction, string guardDescription = null) =>
            AddInternal(TriggerOf(trigger), Guard.When(guard, guardDescription), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<object[], bool> guard,
            Action<TArg0, TArg1, TArg2, Transition> internalAction, string guardDescription = null) =>
            AddInternal(TriggerOf(trigger), Guard.Over(guard, guardDescription), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard,
            Action<TArg0, TArg1, TArg2, Transition> internalAction, string guardDescription = null) =>
            AddInternal(TriggerOf(trigger), Guard.When(guard, guardDescription), Callback.Of(internalAction));
    }
}
