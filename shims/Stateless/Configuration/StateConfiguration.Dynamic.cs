using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <content>Transitions whose destination is chosen when the trigger is fired; the same state may be chosen, and is reentered.</content>
    public partial class StateConfiguration
    {
        /// <summary>Moves to the state that the selector chooses.</summary>
        public StateConfiguration PermitDynamic(
            TTrigger trigger, Func<TState> destinationStateSelector,
            string destinationStateSelectorDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(trigger, Guard.None, Selector.Of(destinationStateSelector, destinationStateSelectorDescription), possibleDestinationStates);

        public StateConfiguration PermitDynamic<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, TState> destinationStateSelector,
            string destinationStateSelectorDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.None, Selector.Of(destinationStateSelector, destinationStateSelectorDescription), possibleDestinationStates);

        public StateConfiguration PermitDynamic<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, TState> destinationStateSelector,
            string destinationStateSelectorDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.None, Selector.Of(destinationStateSelector, destinationStateSelectorDescription), possibleDestinationStates);

        public StateConfiguration PermitDynamic<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            string destinationStateSelectorDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.None, Selector.Of(destinationStateSelector, destinationStateSelectorDescription), possibleDestinationStates);

        /// <summary>Moves to the state that the awaited selector chooses; needs FireAsync.</summary>
        public StateConfiguration PermitDynamicAsync(
            TTrigger trigger, Func<Task<TState>> destinationStateSelector,
            string destinationStateSelectorDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(trigger, Guard.None, Selector.Of(destinationStateSelector, destinationStateSelectorDescription), possibleDestinationStates);

        public StateConfiguration PermitDynamicAsync<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, Task<TState>> destinationStateSelector,
            string destinationStateSelectorDescription = null, DynamicStateInfos possibleDestinationStates = null) =>
            AddDynamic(
                TriggerOf(trigger), Guard.None, Selector.Of(destinationStateSelector, destinationStateSelectorDescription), possibleDestinationStates);
    }
}
