namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <content>Awaited actions on a trigger that neither leave nor enter the state; they need FireAsync.</content>
    public partial class StateConfiguration
    {
        /// <summary>Awaits the action on the trigger.</summary>
        [Obsolete("The type argument says nothing: use the overload without it.")]
        public StateConfiguration InternalTransitionAsync<TArg0>(TTrigger trigger, Func<Transition, Task> internalAction) =>
            AddInternal(trigger, Always, Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsync(TTrigger trigger, Func<Task> internalAction) =>
            AddInternal(trigger, Always, Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsync(TTrigger trigger, Func<Transition, Task> internalAction) =>
            AddInternal(trigger, Always, Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsync<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, Transition, Task> internalAction) =>
            AddInternal(TriggerOf(trigger), Always, Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsync<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, Transition, Task> internalAction) =>
            AddInternal(TriggerOf(trigger), Always, Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsync<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, Transition, Task> internalAction) =>
            AddInternal(TriggerOf(trigger), Always, Callback.Of(internalAction));

        /// <summary>Awaits the action on the trigger while the guard is met.</summary>
        [Obsolete("Use an overload whose guard takes the arguments, or the one without a type argument.")]
        public StateConfiguration InternalTransitionAsyncIf<TArg0>(TTrigger trigger, Func<bool> guard, Func<Transition, Task> internalAction) =>
            AddInternal(trigger, Guard.When(guard, null), Callback.Of(internalAction));

        [Obsolete("Use an overload whose guard takes the arguments, or the one without a type argument.")]
        public StateConfiguration InternalTransitionAsyncIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<bool> guard, Func<TArg0, Transition, Task> internalAction) =>
            AddInternal(TriggerOf(trigger), Guard.When(guard, null), Callback.Of(internalAction));

        [Obsolete("Use an overload whose guard takes the arguments, or the one without a type argument.")]
        public StateConfiguration InternalTransitionAsyncIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<bool> guard, Func<TArg0, TArg1, Transition, Task> internalAction) =>
            AddInternal(TriggerOf(trigger), Guard.When(guard, null), Callback.Of(internalAction));

        [Obsolete("Use an overload whose guard takes the arguments, or the one without a type argument.")]
        public StateConfiguration InternalTransitionAsyncIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<bool> guard, Func<TArg0, TArg1, TArg2, Transition, Task> internalAction) =>
            AddInternal(TriggerOf(trigger), Guard.When(guard, null), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsyncIf(TTrigger trigger, Func<bool> guard, Func<Task> internalAction) =>
            AddInternal(trigger, Guard.When(guard, null), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsyncIf(TTrigger trigger, Func<bool> guard, Func<Transition, Task> internalAction) =>
            AddInternal(trigger, Guard.When(guard, null), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsyncIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, Func<TArg0, Transition, Task> internalAction) =>
            AddInternal(TriggerOf(trigger), Guard.When(guard, null), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsyncIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard, Func<TArg0, TArg1, Transition, Task> internalAction) =>
            AddInternal(TriggerOf(trigger), Guard.When(guard, null), Callback.Of(internalAction));

        public StateConfiguration InternalTransitionAsyncIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard,
            Func<TArg0, TArg1, TArg2, Transition, Task> internalAction) =>
            AddInternal(TriggerOf(trigger), Guard.When(guard, null), Callback.Of(internalAction));
    }
}
