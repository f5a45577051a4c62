using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <content>Guarded transitions whose destination is chosen when the trigger is fired.</content>
    public partial class StateConfiguration
    {
        /// <summary>Moves to the state that the selector chooses while the guards are met.</summary>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger, Func<TState> destinationStateSelector,
            Func<bool> guard, string guardDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(trigger, Guard.When(guard, guardDescription), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf(
            TTrigger trigger, Func<TState> destinationStateSelector,
            string destinationStateSelectorDescription, Func<bool> guard, string guardDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                trigger, Guard.When(guard, guardDescription), Selector.Of(destinationStateSelector, destinationStateSelectorDescription), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf(
            TTrigger trigger, Func<TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null, params Tuple<Func<bool>, string>[] guards) =>
            AddDynamic(trigger, Guard.All(guards), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf(
            TTrigger trigger, Func<TState> destinationStateSelector,
            string destinationStateSelectorDescription, DynamicStateInfos possibleDestinationStates = null, params Tuple<Func<bool>, string>[] guards) =>
            AddDynamic(
                trigger, Guard.All(guards), Selector.Of(destinationStateSelector, destinationStateSelectorDescription), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector,
            Func<bool> guard, string guardDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.When(guard, guardDescription), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0>(TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector) =>
            AddDynamic(TriggerOf(trigger), Guard.None, Selector.Of(destinationStateSelector, null), null);

        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null, params Tuple<Func<bool>, string>[] guards) =>
            AddDynamic(TriggerOf(trigger), Guard.All(guards), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector,
            Func<bool> guard, string guardDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.When(guard, guardDescription), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null, params Tuple<Func<bool>, string>[] guards) =>
            AddDynamic(TriggerOf(trigger), Guard.All(guards), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Func<bool> guard, string guardDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.When(guard, guardDescription), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null, params Tuple<Func<bool>, string>[] guards) =>
            AddDynamic(TriggerOf(trigger), Guard.All(guards), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector,
            Func<TArg0, bool> guard, string guardDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.When(guard, guardDescription), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            AddDynamic(TriggerOf(trigger), Guard.All(guards), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector,
            Func<TArg0, TArg1, bool> guard, string guardDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.When(guard, guardDescription), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector,
            Tuple<Func<TArg0, TArg1, bool>, string>[] guards, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(TriggerOf(trigger), Guard.All(guards), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Func<TArg0, TArg1, TArg2, bool> guard, string guardDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.When(guard, guardDescription), Selector.Of(destinationStateSelector, null), possibleDestinationStates);

        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(TriggerOf(trigger), Guard.All(guards), Selector.Of(destinationStateSelector, null), possibleDestinationStates);
    }
}
