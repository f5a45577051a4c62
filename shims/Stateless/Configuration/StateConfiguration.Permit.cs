namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <content>Transitions to another state.</content>
    public partial class StateConfiguration
    {
        /// <summary>Moves to another state on the trigger.</summary>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) => AddFixed(trigger, destinationState, Guard.None);

        /// <summary>Moves to another state on the trigger while the guards are met.</summary>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string guardDescription = null) =>
            AddFixed(trigger, destinationState, Guard.When(guard, guardDescription));

        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, params Tuple<Func<bool>, string>[] guards) =>
            AddFixed(trigger, destinationState, Guard.All(guards));

        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, Func<TArg0, bool> guard, string guardDescription = null) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.When(guard, guardDescription));

        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.All(guards));

        public StateConfiguration PermitIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, TState destinationState, Func<TArg0, TArg1, bool> guard, string guardDescription = null) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.When(guard, guardDescription));

        public StateConfiguration PermitIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, TState destinationState, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.All(guards));

        public StateConfiguration PermitIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TState destinationState,
            Func<TArg0, TArg1, TArg2, bool> guard, string guardDescription = null) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.When(guard, guardDescription));

        public StateConfiguration PermitIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TState destinationState,
            params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.All(guards));

        /// <summary>Moves to another state on the trigger while the awaited guards are met; plain Fire and CanFire do not see it.</summary>
        public StateConfiguration PermitIfAsync(TTrigger trigger, TState destinationState, Func<Task<bool>> guard, string guardDescription = null) =>
            AddFixed(trigger, destinationState, Guard.When(guard, guardDescription));

        public StateConfiguration PermitIfAsync(TTrigger trigger, TState destinationState, params Tuple<Func<Task<bool>>, string>[] guards) =>
            AddFixed(trigger, destinationState, Guard.All(guards));

        public StateConfiguration PermitIfAsync<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, Func<TArg0, Task<bool>> guard, string guardDescription = null) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.When(guard, guardDescription));

        public StateConfiguration PermitIfAsync<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, params Tuple<Func<TArg0, Task<bool>>, string>[] guards) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.All(guards));

        public StateConfiguration PermitIfAsync<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, TState destinationState,
            Func<TArg0, TArg1, Task<bool>> guard, string guardDescription = null) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.When(guard, guardDescription));

        public StateConfiguration PermitIfAsync<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, TState destinationState, params Tuple<Func<TArg0, TArg1, Task<bool>>, string>[] guards) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.All(guards));

        public StateConfiguration PermitIfAsync<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TState destinationState,
            Func<TArg0, TArg1, TArg2, Task<bool>> guard, string guardDescription = null) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.When(guard, guardDescription));

        public StateConfiguration PermitIfAsync<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TState destinationState,
            params Tuple<Func<TArg0, TArg1, TArg2, Task<bool>>, string>[] guards) =>
            AddFixed(TriggerOf(trigger), destinationState, Guard.All(guards));
    }
}
