namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <content>Transitions that leave this state and enter it again.</content>
    public partial class StateConfiguration
    {
        /// <summary>Leaves this state and enters it again on the trigger.</summary>
        public StateConfiguration PermitReentry(TTrigger trigger) => Add(new ReentryRule(trigger, Guard.None, State));

        /// <summary>Leaves this state and enters it again on the trigger while the guards are met.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string guardDescription = null) =>
            Add(new ReentryRule(trigger, Guard.When(guard, guardDescription), State));

        public StateConfiguration PermitReentryIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Add(new ReentryRule(trigger, Guard.All(guards), State));

        public StateConfiguration PermitReentryIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string guardDescription = null) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.When(guard, guardDescription), State));

        public StateConfiguration PermitReentryIf<TArg0>(TriggerWithParameters<TArg0> trigger, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.All(guards), State));

        public StateConfiguration PermitReentryIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard, string guardDescription = null) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.When(guard, guardDescription), State));

        public StateConfiguration PermitReentryIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.All(guards), State));

        public StateConfiguration PermitReentryIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard, string guardDescription = null) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.When(guard, guardDescription), State));

        public StateConfiguration PermitReentryIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.All(guards), State));

        /// <summary>Leaves this state and enters it again while the awaited guards are met; plain Fire and CanFire do not see it.</summary>
        public StateConfiguration PermitReentryIfAsync(TTrigger trigger, Func<Task<bool>> guard, string guardDescription = null) =>
            Add(new ReentryRule(trigger, Guard.When(guard, guardDescription), State));

        public StateConfiguration PermitReentryIfAsync(TTrigger trigger, params Tuple<Func<Task<bool>>, string>[] guards) =>
            Add(new ReentryRule(trigger, Guard.All(guards), State));

        public StateConfiguration PermitReentryIfAsync<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, Task<bool>> guard, string guardDescription = null) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.When(guard, guardDescription), State));

        public StateConfiguration PermitReentryIfAsync<TArg0>(
            TriggerWithParameters<TArg0> trigger, params Tuple<Func<TArg0, Task<bool>>, string>[] guards) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.All(guards), State));

        public StateConfiguration PermitReentryIfAsync<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, Task<bool>> guard, string guardDescription = null) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.When(guard, guardDescription), State));

        public StateConfiguration PermitReentryIfAsync<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, params Tuple<Func<TArg0, TArg1, Task<bool>>, string>[] guards) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.All(guards), State));

        public StateConfiguration PermitReentryIfAsync<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, Task<bool>> guard, string guardDescription = null) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.When(guard, guardDescription), State));

        public StateConfiguration PermitReentryIfAsync<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, params Tuple<Func<TArg0, TArg1, TArg2, Task<bool>>, string>[] guards) =>
            Add(new ReentryRule(TriggerOf(trigger), Guard.All(guards), State));
    }
}
