namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <content>Triggers that are accepted without doing anything.</content>
    public partial class StateConfiguration
    {
        /// <summary>Accepts the trigger without doing anything.</summary>
        public StateConfiguration Ignore(TTrigger trigger) => Add(new IgnoreRule(trigger, Guard.None));

        /// <summary>Accepts the trigger without doing anything while the guards are met.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string guardDescription = null) =>
            Add(new IgnoreRule(trigger, Guard.When(guard, guardDescription)));

        public StateConfiguration IgnoreIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Add(new IgnoreRule(trigger, Guard.All(guards)));

        public StateConfiguration IgnoreIf<TArg0>(TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string guardDescription = null) =>
            Add(new IgnoreRule(TriggerOf(trigger), Guard.When(guard, guardDescription)));

        public StateConfiguration IgnoreIf<TArg0>(TriggerWithParameters<TArg0> trigger, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            Add(new IgnoreRule(TriggerOf(trigger), Guard.All(guards)));

        public StateConfiguration IgnoreIf<TArg0, TArgo1>(
            TriggerWithParameters<TArg0, TArgo1> trigger, Func<TArg0, TArgo1, bool> guard, string guardDescription = null) =>
            Add(new IgnoreRule(TriggerOf(trigger), Guard.When(guard, guardDescription)));

        public StateConfiguration IgnoreIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards) =>
            Add(new IgnoreRule(TriggerOf(trigger), Guard.All(guards)));

        public StateConfiguration IgnoreIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, bool> guard, string guardDescription = null) =>
            Add(new IgnoreRule(TriggerOf(trigger), Guard.When(guard, guardDescription)));

        public StateConfiguration IgnoreIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards) =>
            Add(new IgnoreRule(TriggerOf(trigger), Guard.All(guards)));
    }
}
