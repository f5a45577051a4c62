namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <content>Actions of entering the state on one trigger only.</content>
    public partial class StateConfiguration
    {
        /// <summary>Runs when the state is entered on the trigger.</summary>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(trigger).Named(entryActionDescription));

        public StateConfiguration OnEntryFrom(TTrigger trigger, Action<Transition> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(trigger).Named(entryActionDescription));

        public StateConfiguration OnEntryFrom(TriggerWithParameters trigger, Action<Transition> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0, Transition> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFrom<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFrom<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1, Transition> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFrom<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Action<TArg0, TArg1, TArg2> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFrom<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Action<TArg0, TArg1, TArg2, Transition> entryAction,
            string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        /// <summary>Is awaited when the state is entered on the trigger.</summary>
        public StateConfiguration OnEntryFromAsync(TTrigger trigger, Func<Task> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(trigger).Named(entryActionDescription));

        public StateConfiguration OnEntryFromAsync(TTrigger trigger, Func<Transition, Task> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(trigger).Named(entryActionDescription));

        public StateConfiguration OnEntryFromAsync<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, Task> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFromAsync<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, Transition, Task> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFromAsync<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, Task> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFromAsync<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, Transition, Task> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFromAsync<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, Task> entryAction, string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));

        public StateConfiguration OnEntryFromAsync<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Func<TArg0, TArg1, TArg2, Transition, Task> entryAction,
            string entryActionDescription = null) =>
            AddTo(_node.EntryActions, Callback.Of(entryAction).OnlyFrom(TriggerOf(trigger)).Named(entryActionDescription));
    }
}
